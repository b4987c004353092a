package vn.lienthong.exchange.boundary.soap.endpoint;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import vn.lienthong.exchange.boundary.request.PublicAddress;
import vn.lienthong.exchange.boundary.request.PublicAddressFilter;
import vn.lienthong.exchange.boundary.soap.fault.FaultMapper;
import vn.lienthong.exchange.boundary.soap.message.Exchange;
import vn.lienthong.exchange.boundary.soap.security.EnvelopeSigner;
import vn.lienthong.exchange.boundary.soap.security.RequestGuard;
import vn.lienthong.exchange.boundary.text.FailureTexts;

/** The SoapServlet in WildFly's Undertow, without WildFly, on a free port of the loopback. */
final class SoapServer implements AutoCloseable {
    private final Undertow undertow;

    SoapServer(Exchange exchange, RequestGuard guard, EnvelopeSigner signer, Path temporaryFolder) {
        this(exchange, guard, signer, temporaryFolder, new PublicAddress(null));
    }

    SoapServer(
            Exchange exchange, RequestGuard guard, EnvelopeSigner signer, Path temporaryFolder, PublicAddress address) {
        SoapServlet servlet = new SoapServlet(
                exchange,
                guard,
                signer,
                new FaultMapper(new FailureTexts()),
                new SoapSettings(temporaryFolder, 2L << 30));
        DeploymentInfo deployment = Servlets.deployment()
                .setClassLoader(SoapServer.class.getClassLoader())
                .setContextPath("/")
                .setDeploymentName("soap")
                .addFilter(Servlets.filter(
                        "address",
                        PublicAddressFilter.class,
                        new ImmediateInstanceFactory<>(new PublicAddressFilter(address))))
                .addFilterUrlMapping("address", "/*", DispatcherType.REQUEST)
                .addServlet(Servlets.servlet("soap", SoapServlet.class, new ImmediateInstanceFactory<>(servlet))
                        .addMapping("/soap/*"));
        DeploymentManager manager = Servlets.defaultContainer().addDeployment(deployment);
        manager.deploy();
        try {
            undertow = Undertow.builder()
                    .addHttpListener(0, "127.0.0.1", Handlers.path().addPrefixPath("/", manager.start()))
                    .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                    .setIoThreads(1)
                    .setWorkerThreads(8)
                    .build();
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        undertow.start();
    }

    String address() {
        return "http://127.0.0.1:" + port() + "/soap/exchange";
    }

    int port() {
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public void close() {
        undertow.stop();
    }
}
