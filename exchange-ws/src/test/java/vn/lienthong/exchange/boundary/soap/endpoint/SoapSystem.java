package vn.lienthong.exchange.boundary.soap.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.apache.wss4j.common.crypto.CertificateStore;
import vn.lienthong.exchange.boundary.soap.message.Exchange;
import vn.lienthong.exchange.boundary.soap.security.ClientCrypto;
import vn.lienthong.exchange.boundary.soap.security.SigningKey;
import vn.lienthong.exchange.it.Checkout;

/** The systems that the demonstration's state folder has SOAP keys for: {@code ministry}, and {@code stranger}. */
public final class SoapSystem {
    private SoapSystem() {}

    static int port() {
        return 8080 + Integer.getInteger("lienthong.it.port-offset");
    }

    static URI address() {
        return URI.create("http://127.0.0.1:" + port() + "/soap/exchange");
    }

    /** A client on CXF that signs as that system. */
    static Exchange client(String system, boolean mtom) {
        return client(state(), address(), system, mtom);
    }

    /** The same for another server, with the keys of its state folder. */
    public static Exchange client(Path state, URI address, String system, boolean mtom) {
        try (InputStream authority = Files.newInputStream(state.resolve("pki/tls/ca.pem"))) {
            X509Certificate ca =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(authority);
            CertificateStore trusted = new CertificateStore(new X509Certificate[] {ca});
            return CxfClient.of(address, new ClientCrypto(key(state, system)), trusted, mtom);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key by which that system signs. */
    static SigningKey key(String system) {
        return key(state(), system);
    }

    static SigningKey key(Path state, String system) {
        try (InputStream store = Files.newInputStream(state.resolve("pki/systems/" + system + ".p12"))) {
            String password = Files.readString(state.resolve("secrets/" + system + ".password"));
            return SigningKey.ofPkcs12(store, password.strip().toCharArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The command line of the client in Python. */
    static List<String> python(String system, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/python3",
                Checkout.root()
                        .resolve("exchange-ws/src/test/python/soap_client.py")
                        .toString(),
                "--wsdl",
                address() + "?wsdl",
                "--key",
                file("pki/systems/" + system + ".key").toString(),
                "--password-file",
                file("secrets/" + system + ".password").toString(),
                "--cert",
                file("pki/systems/" + system + ".pem").toString(),
                "--ca",
                file("pki/tls/ca.pem").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    static String text(String file) {
        try {
            return Files.readString(file(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(String name) {
        return state().resolve(name);
    }

    private static Path state() {
        return Path.of(System.getProperty("lienthong.it.state"));
    }
}
