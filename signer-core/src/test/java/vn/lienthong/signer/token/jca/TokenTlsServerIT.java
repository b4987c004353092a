package vn.lienthong.signer.token.jca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.signer.testpki.Pem;
import vn.lienthong.signer.testpki.Stranger;

/** A TLS server of the JDK whose keys are in SoftHSM, spoken to by openssl. */
class TokenTlsServerIT {
    private static final String GREETING = "Liên Thông";
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static ProviderFixture fixture;
    private static ProviderRegistration registration;
    private static SSLServerSocket server;
    private static Path trust;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        fixture = new ProviderFixture("jca-tls");
        registration = ProviderRegistration.open(fixture.provider);
        server = server(fixture);
        trust = Pem.write(folder.resolve("root.pem"), List.of(fixture.pki.root()));
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
        registration.close();
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "-tls1_2, RSA+SHA256, RSA, SHA256",
        "-tls1_2, RSA-PSS+SHA256, RSA-PSS, SHA256",
        "-tls1_2, RSA+SHA512, RSA, SHA512",
        "-tls1_2, ECDSA+SHA256, ECDSA, SHA256",
        "-tls1_3, RSA-PSS+SHA256, RSA-PSS, SHA256",
        "-tls1_3, RSA-PSS+SHA384, RSA-PSS, SHA384",
        "-tls1_3, ECDSA+SHA256, ECDSA, SHA256"
    })
    void shakesHandsWithOpenssl(String version, String signatures, String type, String digest, @TempDir Path folder) {
        Stranger client = connect(folder, server.getLocalPort(), version, signatures);
        assertThat(client.said())
                .contains("Verify return code: 0 (ok)", "Peer signature type: " + type, GREETING)
                .contains("Peer signing digest: " + digest);
        assertThat(client.exitStatus()).isZero();
    }

    @Test
    void shakesNoHandsWithoutTheToken(@TempDir Path folder) throws Exception {
        try (ProviderFixture gone = new ProviderFixture("jca-tls-gone" + NAMES.incrementAndGet());
                ProviderRegistration registered = ProviderRegistration.open(gone.provider);
                SSLServerSocket lonely = server(gone)) {
            assertThat(registered).isNotNull();
            Path itsTrust = Pem.write(folder.resolve("its-root.pem"), List.of(gone.pki.root()));
            assertThat(connect(folder, lonely.getLocalPort(), "-tls1_3", "ECDSA+SHA256", itsTrust)
                            .exitStatus())
                    .isZero();
            gone.pool.close();
            Stranger client = connect(folder, lonely.getLocalPort(), "-tls1_3", "ECDSA+SHA256", itsTrust);
            assertThat(client.exitStatus()).isNotZero();
            assertThat(client.said()).doesNotContain(GREETING);
        }
    }

    private static Stranger connect(Path folder, int port, String version, String signatures) {
        return connect(folder, port, version, signatures, trust);
    }

    private static Stranger connect(Path folder, int port, String version, String signatures, Path anchors) {
        return Stranger.run(
                folder,
                "openssl",
                "s_client",
                "-connect",
                "127.0.0.1:" + port,
                version,
                "-cipher",
                signatures.startsWith("RSA") ? "ECDHE-RSA-AES128-GCM-SHA256" : "ECDHE-ECDSA-AES128-GCM-SHA256",
                "-sigalgs",
                // The PKI signs its certificates by ECDSA, whatever the server's key is.
                signatures.startsWith("RSA") ? signatures + ":ECDSA+SHA256" : signatures,
                "-CAfile",
                anchors.toString(),
                "-verify_return_error",
                "-ign_eof");
    }

    private static SSLServerSocket server(ProviderFixture keys) throws Exception {
        KeyStore store = keys.provider.keyStore();
        KeyManagerFactory factory = KeyManagerFactory.getInstance("NewSunX509");
        factory.init(store, new char[0]);
        assertThat(factory.getKeyManagers()[0]).isInstanceOf(X509ExtendedKeyManager.class);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        SSLServerSocket socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> serve(socket));
        return socket;
    }

    private static void serve(SSLServerSocket socket) {
        while (!socket.isClosed()) {
            try (SSLSocket client = (SSLSocket) socket.accept()) {
                client.getOutputStream().write((GREETING + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // The client sees what went wrong, and it is the one that is asked.
                continue;
            }
        }
    }
}
