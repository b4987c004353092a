package vn.lienthong.exchange.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The running authority with two policies, two keys and a time server: OpenSSL asks it, and the time server begins to lie. */
class TsaPoliciesIT {
    private static final int OFFSET = 880;
    private static final int DATABASE_PORT = 15941;
    private static final String ORDERED = "2.25.319437841216407352180127846913225384022";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private TestState state;
    private DatagramSocket timeServer;
    private volatile Duration ahead = Duration.ZERO;

    @BeforeEach
    void start() throws IOException {
        timeServer = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::tellTheTime);
        state = TestState.fresh("tsa-state").withDatabase(DATABASE_PORT);
        configure();
    }

    @AfterEach
    void stop() {
        timeServer.close();
        state.stopDatabase();
    }

    @Test
    void issuesByPolicyAndStopsWhileItsClockIsWrong() throws Exception {
        try (ServerProcess server = ServerProcess.start(state, OFFSET, DATABASE_PORT, "512m")) {
            assertThat(stamped(server, "-sha256")).contains("Verification: OK");
            assertThat(text()).contains("Policy OID: 2.25.319437841216407352180127846913225384021", "Ordering: no");
            assertThat(stamped(server, "-sha512", "-tspolicy", ORDERED)).contains("Verification: OK");
            assertThat(text())
                    .contains("Policy OID: " + ORDERED, "Ordering: yes", "Accuracy: unspecified seconds, 0xC8");
            assertThat(stamped(server, "-sha256", "-tspolicy", ORDERED)).doesNotContain("Verification: OK");
            assertThat(text()).contains("unrecognized or unsupported algorithm identifier");
            assertThat(stamped(server, "-sha512", "-tspolicy", "1.2.3.4")).doesNotContain("Verification: OK");
            assertThat(text()).contains("the requested TSA policy is not supported");
            assertThat(issuedByRest(server, ORDERED)).isEqualTo(200);
            assertThat(issuedByRest(server, "1.2.3.4")).isEqualTo(400);
            assertThat(issuedByRest(server, "không")).isEqualTo(400);

            timestampsItsSignatureElsewhere(server);

            ahead = Duration.ofSeconds(3);
            Eventually.within(PATIENCE, "the drift is noticed", () -> clockIs("false"));
            stamped(server, "-sha256");
            assertThat(text()).contains("the TSA's time source is not available");
            assertThat(issuedByRest(server, ORDERED)).isEqualTo(503);

            ahead = Duration.ZERO;
            Eventually.within(PATIENCE, "the clock is right again", () -> clockIs("true"));
            assertThat(stamped(server, "-sha256")).contains("Verification: OK");
        }
    }

    /** The first authority of the list is dead, the second is this very server over HTTP. */
    private void timestampsItsSignatureElsewhere(ServerProcess server) throws Exception {
        String form = """
                --x\r
                Content-Disposition: form-data; name="document"; filename="cong van.txt"\r
                \r
                Công văn\r
                --x\r
                Content-Disposition: form-data; name="parameters"\r
                \r
                {"key":"official-nguyen-van-an","format":"CAdES","packaging":"enveloping","level":"baseline-T"}\r
                --x--\r
                """;
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/signatures"))
                .header("Authorization", "Bearer " + state.text("secrets/nguyen-van-an.token"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(form))
                .build();
        byte[] signed = http.send(request, BodyHandlers.ofByteArray()).body();
        AttributeTable unsigned =
                new CMSSignedData(signed).getSignerInfos().iterator().next().getUnsignedAttributes();
        assertThat(unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken))
                .isNotNull();
    }

    private void configure() throws IOException {
        Path file = state.folder().resolve("exchange.properties");
        String rest = Files.readString(file)
                .lines()
                .filter(line -> !line.startsWith("tsa-"))
                .collect(Collectors.joining("\n"));
        Files.writeString(file, rest + "\n" + """
                tsa-policies-file=tsa.properties
                tsa-order-file=content/tsa-newest
                tsa-clock-sources=127.0.0.1:%d
                tsa-clock-limit-millis=100
                tsa-clock-interval-seconds=1
                timestamp-authorities-file=authorities.properties
                """.formatted(timeServer.getLocalPort()));
        Files.writeString(state.folder().resolve("authorities.properties"), """
                authorities=dead, elsewhere
                authority.dead.url=http://127.0.0.1:1/tsa
                authority.dead.anchors-folder=pki/anchors
                authority.elsewhere.url=http://127.0.0.1:%d/tsa
                authority.elsewhere.anchors-folder=pki/anchors
                authority.elsewhere.policy=2.25.319437841216407352180127846913225384021
                """.formatted(8080 + OFFSET));
        Files.writeString(state.folder().resolve("tsa.properties"), """
                policies=common, ordered
                policy.common.oid=2.25.319437841216407352180127846913225384021
                policy.common.keys=tsa-1, tsa-2
                policy.ordered.oid=%s
                policy.ordered.accuracy-millis=200
                policy.ordered.hashes=SHA-384, SHA-512
                policy.ordered.ordering=true
                policy.ordered.keys=tsa-2, tsa-1
                """.formatted(ORDERED));
    }

    /** What OpenSSL says of the answer to its own question. */
    private String stamped(ServerProcess server, String... options) throws Exception {
        Path work = state.folder().resolve("tmp");
        Files.writeString(work.resolve("document"), "Công văn số 123/UBND-VP");
        List<String> query = new ArrayList<>(
                List.of("openssl", "ts", "-query", "-data", "document", "-cert", "-out", "request.tsq"));
        query.addAll(List.of(options));
        Commands.succeed(work, query);
        byte[] answer = http.send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/tsa"))
                                .header("Content-Type", "application/timestamp-query")
                                .POST(BodyPublishers.ofFile(work.resolve("request.tsq")))
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
        Files.write(work.resolve("reply.tsr"), answer);
        StringBuilder anchors = new StringBuilder();
        try (Stream<Path> files = Files.list(state.folder().resolve("pki/anchors"))) {
            for (Path anchor : files.toList()) {
                anchors.append(Files.readString(anchor));
            }
        }
        Files.writeString(work.resolve("anchors.pem"), anchors);
        return openssl("-verify", "-queryfile", "request.tsq", "-in", "reply.tsr", "-CAfile", "anchors.pem");
    }

    private String text() {
        return openssl("-reply", "-in", "reply.tsr", "-text");
    }

    private String openssl(String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl", "ts"));
        command.addAll(List.of(arguments));
        return Commands.run(state.folder().resolve("tmp"), command).output();
    }

    private int issuedByRest(ServerProcess server, String policy) throws Exception {
        String digest = Base64.getEncoder().encodeToString(new byte[64]);
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/timestamps"))
                .header("Authorization", "Bearer " + state.text("secrets/do-hieu-nang.token"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"hashAlgorithm\":\"SHA-512\",\"digest\":\"" + digest + "\",\"policy\":\"" + policy + "\"}"))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private boolean clockIs(String what) {
        return Pattern.compile("\"clock\" *: *" + what).matcher(ready()).find();
    }

    private String ready() {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (9990 + OFFSET) + "/health/ready"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server of stratum 1 whose clock is ours, or ahead of it. */
    private void tellTheTime() {
        byte[] octets = new byte[48];
        while (!timeServer.isClosed()) {
            try {
                DatagramPacket question = new DatagramPacket(octets, octets.length);
                timeServer.receive(question);
                Instant now = Instant.now().plus(ahead);
                long time = (now.getEpochSecond() + 2_208_988_800L) << 32
                        | (long) now.getNano() * (1L << 32) / 1_000_000_000L;
                byte[] answer = ByteBuffer.allocate(48)
                        .put(0, (byte) (4 << 3 | 4))
                        .put(1, (byte) 1)
                        .putLong(24, ByteBuffer.wrap(octets).getLong(40))
                        .putLong(32, time)
                        .putLong(40, time)
                        .array();
                timeServer.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            } catch (IOException e) {
                return;
            }
        }
    }
}
