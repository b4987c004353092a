package vn.lienthong.signer.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server on loopback that behaves badly. */
class GuardedDataLoaderIT {
    private final AtomicInteger secretAsked = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private GuardedDataLoader loader;
    private String base;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/crl", exchange -> {
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write(new byte[] {1, 2, 3});
            exchange.close();
        });
        server.createContext("/redirect", exchange -> {
            exchange.getResponseHeaders().add("Location", "/secret");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/secret", exchange -> {
            secretAsked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 10_000; i++) {
                    body.write(new byte[1024]);
                }
            }
        });
        server.createContext("/hangs", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            awaitRelease();
            exchange.close();
        });
        server.start();
        String address = "127.0.0.1:" + server.getAddress().getPort();
        base = "http://" + address;
        loader = new GuardedDataLoader(
                new FetchLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), 4096, Set.of(address)));
    }

    private void awaitRelease() {
        try {
            boolean released = release.await(30, TimeUnit.SECONDS);
            assertThat(released).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void fetchesFromAllowedHost() {
        assertThat(loader.get(base + "/crl")).containsExactly(1, 2, 3);
        assertThat(loader.post(base + "/crl", new byte[] {9})).containsExactly(1, 2, 3);
    }

    @Test
    void followsNoRedirect() {
        assertThatThrownBy(() -> loader.get(base + "/redirect")).hasMessageContaining("302");
        assertThat(secretAsked).hasValue(0);
    }

    @Test
    void stopsAtTheSizeLimit() {
        assertThatThrownBy(() -> loader.get(base + "/endless")).isInstanceOf(DSSExternalResourceException.class);
    }

    @Test
    void givesUpWhenTheBodyHangs() {
        String address = base.substring("http://".length());
        GuardedDataLoader hasty = new GuardedDataLoader(
                new FetchLimits(Duration.ofMillis(300), Duration.ofMillis(300), 4096, Set.of(address)));
        assertThatThrownBy(() -> hasty.get(base + "/hangs")).hasMessageContaining("deadline");
    }

    @Test
    void closedPortIsUnreachable() {
        server.stop(0);
        assertThatThrownBy(() -> loader.get(base + "/crl")).isInstanceOf(DSSExternalResourceException.class);
    }
}
