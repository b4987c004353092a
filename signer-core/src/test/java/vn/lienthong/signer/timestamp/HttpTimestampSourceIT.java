package vn.lienthong.signer.timestamp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.timestamp.TimestampOutcome.DownReason;

/** What an authority on the other side of a network may answer, and what is made of it. */
class HttpTimestampSourceIT {
    private static final Digest IMPRINT = DigestAlgorithm.SHA256.digest(new byte[] {1});
    private static final CountDownLatch END = new CountDownLatch(1);
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final Duration TOTAL = Duration.ofSeconds(20);
    private static AuthorityFixture fixture;
    private static HttpServer server;
    private static HttpClient client;
    private static UnaryOperator<byte[]> authority;
    private static volatile UnaryOperator<byte[]> answer;
    private static volatile int status;
    private static volatile String type;

    @BeforeAll
    static void start() throws IOException {
        fixture = new AuthorityFixture();
        authority = request -> fixture.authority.respond(request).response().toArray();
        client = HttpClient.newHttpClient();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(THREADS);
        server.createContext("/tsa", exchange -> {
            byte[] octets = answer.apply(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, octets.length);
            exchange.getResponseBody().write(octets);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        END.countDown();
        server.stop(0);
        client.close();
        THREADS.close();
    }

    @Test
    void takesATimestampThatAnswersItsQuestion() {
        assertThat(asked(authority)).isInstanceOfSatisfying(TimestampOutcome.Granted.class, g -> {
            assertThat(g.token().messageImprint()).isEqualTo(IMPRINT);
            assertThat(g.token().genTime()).isEqualTo(AuthorityFixture.NOW);
        });
    }

    @Test
    void refusesAnAnswerToAnEarlierQuestion() {
        AtomicReference<byte[]> first = new AtomicReference<>();
        asked(request -> {
            first.set(authority.apply(request));
            return first.get();
        });
        down(request -> first.get(), DownReason.ANSWER_DIFFERS);
    }

    @Test
    void refusesATimestampOverAnotherImprint() {
        down(
                request -> {
                    byte[] other = request.clone();
                    byte[] imprint = IMPRINT.value().toArray();
                    int at = indexOf(other, imprint);
                    other[at] ^= 1;
                    return authority.apply(other);
                },
                DownReason.ANSWER_DIFFERS);
    }

    @Test
    void refusesATimestampOfAStranger() {
        AuthorityFixture stranger = new AuthorityFixture();
        down(request -> stranger.authority.respond(request).response().toArray(), DownReason.NOT_TRUSTED);
    }

    @Test
    void refusesATimestampWhoseSignatureWasChanged() {
        down(
                request -> {
                    byte[] changed = authority.apply(request);
                    changed[changed.length - 1] ^= 1;
                    return changed;
                },
                DownReason.NOT_TRUSTED);
    }

    @Test
    void tellsARejectionThatStays() {
        HttpTimestampSource source = source(Optional.of("1.2.3.4"));
        status = 200;
        type = "application/timestamp-reply";
        answer = authority;
        assertThat(source.timestamp(IMPRINT))
                .isInstanceOfSatisfying(
                        TimestampOutcome.Rejected.class,
                        r -> assertThat(r.failInfo()).isEqualTo(PkiFailure.UNACCEPTED_POLICY));
    }

    @Test
    void isDownWhenTheAnswerIsNone() {
        down(request -> "<html>".getBytes(StandardCharsets.UTF_8), DownReason.NOT_AN_ANSWER);
        down(request -> new byte[0], DownReason.NOT_AN_ANSWER);
        down(request -> new byte[100_000], DownReason.UNREACHABLE);
        down(request -> Arrays.copyOf(authority.apply(request), 100), DownReason.NOT_AN_ANSWER);
    }

    @Test
    void isDownOnAnotherStatusOrMediaType() {
        assertThat(asked(authority, 503, "application/timestamp-reply"))
                .isInstanceOf(TimestampOutcome.TimestampDown.class);
        assertThat(asked(authority, 200, "text/html")).isInstanceOf(TimestampOutcome.TimestampDown.class);
    }

    @Test
    void isDownWhenNothingComesWithinTheDeadline() {
        HttpTimestampSource source = new HttpTimestampSource(
                client,
                address(),
                expected(Optional.empty()),
                NonceSource.of(new SecureRandom()),
                Duration.ofMillis(200));
        status = 200;
        answer = request -> {
            try {
                END.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return request;
        };
        assertThat(source.timestamp(IMPRINT))
                .isInstanceOfSatisfying(
                        TimestampOutcome.TimestampDown.class,
                        d -> assertThat(d.reason()).isEqualTo(DownReason.UNREACHABLE));
    }

    @Test
    void asksTheNextAuthorityWhenOneIsDown() {
        HttpTimestampSource nobody = new HttpTimestampSource(
                client,
                URI.create("http://127.0.0.1:1/tsa"),
                expected(Optional.empty()),
                NonceSource.of(new SecureRandom()),
                Duration.ofSeconds(5));
        TimestampSource local = new LocalTimestampSource(fixture.authority);
        assertThat(new FailoverTimestampSource(List.of(nobody, local), TOTAL, System::nanoTime).timestamp(IMPRINT))
                .isInstanceOf(TimestampOutcome.Granted.class);
        assertThat(new FailoverTimestampSource(List.of(nobody, nobody), TOTAL, System::nanoTime).timestamp(IMPRINT))
                .isInstanceOf(TimestampOutcome.TimestampDown.class);
    }

    private static void down(UnaryOperator<byte[]> answering, DownReason reason) {
        assertThat(asked(answering))
                .isInstanceOfSatisfying(
                        TimestampOutcome.TimestampDown.class,
                        d -> assertThat(d.reason()).isEqualTo(reason));
    }

    private static TimestampOutcome asked(UnaryOperator<byte[]> answering) {
        return asked(answering, 200, "application/timestamp-reply");
    }

    private static TimestampOutcome asked(UnaryOperator<byte[]> answering, int httpStatus, String mediaType) {
        answer = answering;
        status = httpStatus;
        type = mediaType;
        return source(Optional.empty()).timestamp(IMPRINT);
    }

    private static HttpTimestampSource source(Optional<String> policy) {
        return new HttpTimestampSource(
                client, address(), expected(policy), NonceSource.of(new SecureRandom()), Duration.ofSeconds(20));
    }

    private static ExpectedAnswer expected(Optional<String> policy) {
        return new ExpectedAnswer(
                new TimestampTrust(List.of(fixture.pki.root())),
                policy,
                Clock.fixed(AuthorityFixture.NOW, ZoneOffset.UTC),
                ExpectedAnswer.TOLERANCE);
    }

    private static URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
    }

    private static int indexOf(byte[] in, byte[] what) {
        for (int i = 0; i <= in.length - what.length; i++) {
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        throw new IllegalStateException("the request holds its imprint");
    }
}
