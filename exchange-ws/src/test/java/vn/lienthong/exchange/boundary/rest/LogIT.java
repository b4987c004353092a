package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.BAC_KAN;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;
import vn.lienthong.exchange.boundary.vxp.SampleEdoc;
import vn.lienthong.exchange.it.Eventually;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.evidence.file.EvidenceReader;
import vn.lienthong.signer.evidence.verify.HeadVerifier;
import vn.lienthong.signer.evidence.watch.HttpLogSource;
import vn.lienthong.signer.evidence.watch.LogWatch;
import vn.lienthong.signer.evidence.watch.Seen;
import vn.lienthong.signer.evidence.watch.ShownHead;
import vn.lienthong.signer.evidence.watch.WatchReport;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.trust.TrustAnchors;

/** The transparency log of the running server, as anybody sees it who has no account. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LogIT {
    private static final Path STATE = Path.of(System.getProperty("lienthong.it.state"));
    private static final Path STRANGER =
            Path.of("../signer-core/src/test/strangers/watch-log.py").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void aWatcherFindsItConsistentWhileItGrowsAndSoDoesAStranger() throws Exception {
        try (RestClient client = new RestClient()) {
            List<ShownHead> first = evidence(client, "881");
            Seen seen = look(Optional.empty(), first);
            Stranger before = stranger();
            assertThat(before.exitStatus()).as(before.said()).isZero();
            String root = before.said().strip().replaceFirst("consistent: (\\d+) .* root (.*)", "$1:$2");
            for (int i = 882; i < 886; i++) {
                seen = look(Optional.of(seen), evidence(client, Integer.toString(i)));
            }
            look(Optional.of(seen), first);
            Stranger after = stranger(root);
            assertThat(after.exitStatus()).as(after.said()).isZero();
        }
    }

    /** Nothing speaks against the log, and it has grown to what the evidence is in. */
    private static Seen look(Optional<Seen> before, List<ShownHead> evidence) throws Exception {
        LogWatch watch = new LogWatch(
                new HeadVerifier(
                        TrustAnchors.load(STATE.resolve("pki/anchors")), new LogId("lienthong-demo"), List.of()),
                Duration.ofHours(1));
        WatchReport report = watch.look(before, evidence, new HttpLogSource(RestClient.uri("/")), Instant.now());
        assertThat(report.findings()).isEmpty();
        return report.seen().orElseThrow();
    }

    private Stranger stranger(String... seen) {
        String url = RestClient.uri("").toString();
        return seen.length == 0
                ? Stranger.run(folder, "python3", STRANGER.toString(), url)
                : Stranger.run(folder, "python3", STRANGER.toString(), url, seen[0]);
    }

    /** The heads in the receipt of a dispatch that was just sent. */
    private List<ShownHead> evidence(RestClient client, String number) throws Exception {
        Path sent = SampleEdoc.document(folder.resolve(number + ".edxml"), number, 10);
        Answer accepted = client.post(BAC_KAN, "dispatches", "application/edxml+xml", sent);
        String path = "dispatches/" + accepted.json().get("id").asText() + "/receipt";
        Eventually.within(
                Duration.ofSeconds(60),
                "a sealed receipt",
                () -> client.get(BAC_KAN, path).status() == 200);
        var file = EvidenceReader.read(Files.write(
                folder.resolve(number + ".zip"), client.get(BAC_KAN, path).body()));
        return file.heads().values().stream()
                .map(head -> new ShownHead(head, file.certificates(), file.crls()))
                .toList();
    }

    @Test
    void showsHashesAndNothingThatWasLogged() throws Exception {
        try (RestClient client = new RestClient()) {
            evidence(client, "887");
            for (String path : List.of("heads?first=1", "entries?first=1", "entry-proof?sequence=1", "head")) {
                Answer answer = client.send(RestClient.anonymous("/api/v1/log/" + path));
                assertThat(answer.status()).as(path).isEqualTo(200);
                assertThat(answer.body())
                        .asString(StandardCharsets.UTF_8)
                        .doesNotContain("H03", "G06", SampleEdoc.MINISTRY, "dispatch", "correlationId");
            }
            JsonNode entry = client.send(RestClient.anonymous("/api/v1/log/entry-proof?sequence=1"))
                    .json();
            assertThat(entry.get("leaf").asText())
                    .isEqualTo(client.send(RestClient.anonymous("/api/v1/log/entries?first=1&limit=1"))
                            .json()
                            .at("/hashes/0")
                            .asText());
        }
    }

    @Test
    void refusesWhatIsNotThere() throws Exception {
        try (RestClient client = new RestClient()) {
            evidence(client, "888");
            for (String missing : List.of(
                    "head?batch=0",
                    "head?batch=-5",
                    "head?batch=99999999",
                    "proof?batch=1&size=99999999",
                    "proof?batch=2&size=1",
                    "consistency?first=0&second=1",
                    "consistency?first=1&second=9223372036854775807",
                    "entry-proof?sequence=0",
                    "entry-proof?sequence=9223372036854775807")) {
                assertThat(client.send(RestClient.anonymous("/api/v1/log/" + missing))
                                .code())
                        .as(missing)
                        .isEqualTo("not-found");
            }
            for (String wrong :
                    List.of("heads?first=0", "entries?first=9223372036854775807", "heads?first=1&limit=1001")) {
                assertThat(client.send(RestClient.anonymous("/api/v1/log/" + wrong))
                                .code())
                        .as(wrong)
                        .isEqualTo("parameter-invalid");
            }
            for (String incomplete :
                    List.of("heads", "entries", "proof?batch=1", "consistency?first=1", "entry-proof")) {
                assertThat(client.send(RestClient.anonymous("/api/v1/log/" + incomplete))
                                .code())
                        .as(incomplete)
                        .isEqualTo("parameter-missing");
            }
            assertThat(client.send(RestClient.anonymous("/api/v1/agencies")).code())
                    .as("nothing else is open")
                    .isEqualTo("credentials-invalid");
        }
    }

    @Test
    void whoAsksTooMuchIsToldWhenToComeAgainAndOthersAreAnswered() throws Exception {
        try (HttpClient greedy = HttpClient.newBuilder()
                        .localAddress(InetAddress.ofLiteral("127.7.7.7"))
                        .build();
                RestClient client = new RestClient()) {
            HttpResponse<byte[]> answer = null;
            for (int i = 0; i < 400 && (answer == null || answer.statusCode() != 429); i++) {
                answer = greedy.send(
                        RestClient.anonymous("/api/v1/log/entry-proof?sequence=0")
                                .build(),
                        BodyHandlers.ofByteArray());
            }
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 10L);
            assertThat(answer.body()).asString(StandardCharsets.UTF_8).contains("rate-limited");
            assertThat(client.send(RestClient.anonymous("/api/v1/log/heads?first=1"))
                            .status())
                    .isEqualTo(200);
            assertThat(client.get(BAC_KAN, "agencies").status()).isEqualTo(200);
        }
    }
}
