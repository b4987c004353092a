package vn.lienthong.hsm.usb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.token.Pin;

/** The bridge as pages and others meet it, octet by octet. */
class UsbBridgeIT {
    private static final String OURS = "https://ky.bac-kan.example";
    private static final byte[] DIGEST = new byte[32];

    @TempDir
    Path path;

    private OfficialsFolder official;
    private UsbBridge bridge;
    private CountDownLatch asked = new CountDownLatch(0);
    private final CountDownLatch reached = new CountDownLatch(1);

    @BeforeEach
    void setUp() throws Exception {
        official = new OfficialsFolder(path);
        official.issue("an", "ec-p256", "0a");
        UsbOptions options = UsbOptions.parse(
                "bridge",
                "--module",
                OfficialsFolder.MODULE,
                "--label",
                OfficialsFolder.LABEL,
                "--origin",
                OURS,
                "--port",
                "0");
        bridge = UsbBridge.start(options, purpose -> {
            assertThat(purpose).contains(OURS).contains("00".repeat(32));
            reached.countDown();
            await();
            return new Pin(pin().toCharArray());
        });
    }

    @AfterEach
    void close() {
        bridge.close();
    }

    @Test
    void aPageOfOursListsTheCertificatesAndHasADigestSigned() throws Exception {
        String list = ask("GET", "/v1/certificates", OURS, "");
        assertThat(list)
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("Access-Control-Allow-Origin: " + OURS)
                .contains("Nguyễn Văn An");
        Matcher id = Pattern.compile("\"id\":\"([0-9a-f]{64})\"").matcher(list);
        assertThat(id.find()).isTrue();
        String signed = ask("POST", "/v1/signatures", OURS, request(id.group(1), "ECDSA_SHA256", DIGEST));
        Matcher value = Pattern.compile("\"signature\":\"([^\"]+)\"").matcher(signed);
        assertThat(value.find()).as(signed).isTrue();
        Signature verifier = Signature.getInstance("NONEwithECDSA");
        verifier.initVerify(CertificateFactory.getInstance("X.509")
                .generateCertificate(Files.newInputStream(official.folder.at("an.pem"))));
        verifier.update(DIGEST);
        assertThat(verifier.verify(Base64.getDecoder().decode(value.group(1)))).isTrue();
    }

    @Test
    void noOtherPageLearnsAnything() throws Exception {
        for (String origin : new String[] {"https://attacker.example", "null", ""}) {
            for (String[] what : new String[][] {
                {"GET", "/v1/certificates"}, {"POST", "/v1/signatures"}, {"OPTIONS", "/v1/signatures"}
            }) {
                assertThat(ask(what[0], what[1], origin, ""))
                        .startsWith("HTTP/1.1 403")
                        .doesNotContainIgnoringCase("Access-Control-")
                        .doesNotContain("Nguyễn")
                        .contains("origin-refused");
            }
        }
        String rebound = exchange("GET /v1/certificates HTTP/1.1\r\nHost: rebound.example:" + port() + "\r\nOrigin: "
                + OURS + "\r\nConnection: close\r\n\r\n");
        assertThat(rebound).startsWith("HTTP/1.1 403").contains("origin-refused");
    }

    @Test
    void aBrowserIsToldThatOurPageMayReachThisMachine() throws Exception {
        assertThat(ask("OPTIONS", "/v1/signatures", OURS, ""))
                .startsWith("HTTP/1.1 204")
                .containsIgnoringCase("Access-Control-Allow-Headers: content-type")
                .containsIgnoringCase("Access-Control-Allow-Private-Network: true");
    }

    @Test
    void refusesWhatIsNoRequest() throws Exception {
        String unknown = request("00".repeat(32), "ECDSA_SHA256", DIGEST);
        assertThat(ask("POST", "/v1/signatures", OURS, unknown)).contains("certificate-unknown");
        for (String wrong : new String[] {
            "",
            "[]",
            "{}",
            "null",
            request("x", "SHA1", DIGEST),
            request("x", "ECDSA_SHA256", new byte[20]),
            unknown.replace("{", "{\"pin\":\"1\",")
        }) {
            assertThat(ask("POST", "/v1/signatures", OURS, wrong)).as(wrong).startsWith("HTTP/1.1 400");
        }
        assertThat(ask("POST", "/v1/signatures", OURS, " ".repeat(5000))).startsWith("HTTP/1.1 413");
        assertThat(ask("GET", "/v1/signatures", OURS, "")).startsWith("HTTP/1.1 404");
        String asForm = exchange("POST /v1/signatures HTTP/1.1\r\nHost: 127.0.0.1:" + port() + "\r\nOrigin: " + OURS
                + "\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        assertThat(asForm).startsWith("HTTP/1.1 415");
    }

    @Test
    void asksOnePersonOneThingAtATime() throws Exception {
        Matcher id = Pattern.compile("\"id\":\"([0-9a-f]{64})\"").matcher(ask("GET", "/v1/certificates", OURS, ""));
        assertThat(id.find()).isTrue();
        String body = request(id.group(1), "ECDSA_SHA256", DIGEST);
        asked = new CountDownLatch(1);
        Thread first = Thread.ofVirtual().start(() -> {
            try {
                assertThat(ask("POST", "/v1/signatures", OURS, body)).startsWith("HTTP/1.1 200");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(ask("POST", "/v1/signatures", OURS, body))
                .startsWith("HTTP/1.1 429")
                .contains("busy");
        asked.countDown();
        first.join();
    }

    private void await() {
        try {
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String pin() {
        try {
            return Files.readString(official.folder.at("hsm.pin")).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private int port() {
        return bridge.address().getPort();
    }

    private static String request(String certificate, String scheme, byte[] digest) {
        return "{\"certificate\":\"" + certificate + "\",\"scheme\":\"" + scheme + "\",\"digest\":\""
                + Base64.getEncoder().encodeToString(digest) + "\"}";
    }

    private String ask(String method, String path, String origin, String body) throws IOException {
        return exchange(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port() + "\r\n"
                + (origin.isEmpty() ? "" : "Origin: " + origin + "\r\n")
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n"
                + body);
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
