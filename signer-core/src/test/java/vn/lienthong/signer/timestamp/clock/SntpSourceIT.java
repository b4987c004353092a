package vn.lienthong.signer.timestamp.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.signer.timestamp.clock.TimeSource.Comparison;
import vn.lienthong.signer.timestamp.clock.TimeSource.Comparison.Measured;
import vn.lienthong.signer.timestamp.clock.TimeSource.Comparison.Unknown;

/** RFC 5905 §8, §14 over real sockets: what a time server may answer, and what is made of it. */
class SntpSourceIT {
    private static final long NTP_TO_UNIX = 2_208_988_800L;
    private DatagramSocket server;
    private volatile UnaryOperator<byte[]> answering = question -> question;

    @BeforeEach
    void start() throws SocketException {
        server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1500, -1500, 86_400_000, -86_400_000})
    void measuresHowFarAheadTheServerIs(long millis) {
        answering = question -> honest(question, Duration.ofMillis(millis));
        assertThat(compare(Clock.systemUTC())).isInstanceOfSatisfying(Measured.class, found -> {
            assertThat(found.error()).isBetween(Duration.ofMillis(10), Duration.ofSeconds(2));
            assertThat(found.offset().minusMillis(millis).abs()).isLessThanOrEqualTo(found.error());
        });
    }

    /** NTP's seconds begin anew in 2036. */
    @Test
    void knowsTheEraByItsOwnClock() {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(365 * 20));
        answering = question -> honest(question, Duration.ofDays(365 * 20));
        assertThat(compare(later))
                .isInstanceOfSatisfying(
                        Measured.class,
                        found -> assertThat(found.offset().abs()).isLessThan(Duration.ofSeconds(2)));
    }

    @Test
    void passesOverWhatAnswersAnotherQuestion() {
        answering = question -> changed(question, 31, (byte) 1);
        assertThat(compare(Clock.systemUTC())).isInstanceOf(Unknown.class);
    }

    @Test
    void passesOverAServerWhoseClockIsNotSet() {
        answering = question -> with(honest(question, Duration.ZERO), 0, (byte) 0xE4);
        assertThat(compare(Clock.systemUTC())).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 16, (byte) 0xff})
    void passesOverAKissOfDeathAndAStratumThatIsNone(byte stratum) {
        answering = question -> with(honest(question, Duration.ZERO), 1, stratum);
        assertThat(compare(Clock.systemUTC())).isInstanceOf(Unknown.class);
    }

    @Test
    void passesOverItsOwnQuestionSentBack() {
        answering = question -> question;
        assertThat(compare(Clock.systemUTC())).isInstanceOf(Unknown.class);
    }

    @Test
    void neverReadsPastAShortOrAnyOtherPacket() {
        Random random = new Random(20261123);
        for (int length : new int[] {0, 1, 24, 47, 48, 60, 200}) {
            byte[] octets = new byte[length];
            random.nextBytes(octets);
            answering = question -> octets;
            assertThat(compare(Clock.systemUTC())).isInstanceOf(Unknown.class);
        }
    }

    @Test
    void addsWhatTheServerSaysOfItself() {
        answering = question -> {
            byte[] answer = honest(question, Duration.ZERO);
            ByteBuffer.wrap(answer).putInt(8, 3 << 16);
            return answer;
        };
        assertThat(compare(Clock.systemUTC()))
                .isInstanceOfSatisfying(
                        Measured.class, found -> assertThat(found.error()).isGreaterThan(Duration.ofSeconds(3)));
    }

    @Test
    void refusesAServerThatSaysItHadTheQuestionLongerThanWeWaited() {
        answering = question -> {
            byte[] answer = honest(question, Duration.ZERO);
            ByteBuffer.wrap(answer).putLong(32, ntp(Instant.now().minusSeconds(9)));
            return answer;
        };
        assertThat(compare(Clock.systemUTC())).isInstanceOf(Unknown.class);
    }

    @Test
    void hasNothingToSayOfAServerThatIsAway() throws IOException {
        int port;
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(source("127.0.0.1", port, Clock.systemUTC()).compare()).isInstanceOf(Unknown.class);
        assertThat(source("khong-co.invalid", 123, Clock.systemUTC()).compare()).isInstanceOf(Unknown.class);
    }

    private Comparison compare(Clock clock) {
        return source("127.0.0.1", server.getLocalPort(), clock).compare();
    }

    private static SntpSource source(String host, int port, Clock clock) {
        return new SntpSource(host, port, Duration.ofMillis(300), clock, System::nanoTime, new SecureRandom());
    }

    private void serve() {
        byte[] octets = new byte[256];
        while (!server.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(octets, octets.length);
                server.receive(packet);
                byte[] question = java.util.Arrays.copyOf(octets, packet.getLength());
                byte[] answer = answering.apply(question);
                server.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                return;
            }
        }
    }

    /** As a server of stratum 2 answers, 10 ms from its reference. */
    private static byte[] honest(byte[] question, Duration ahead) {
        long now = ntp(Instant.now().plus(ahead));
        return ByteBuffer.allocate(48)
                .put(0, (byte) (4 << 3 | 4))
                .put(1, (byte) 2)
                .putInt(8, 655)
                .putLong(24, ByteBuffer.wrap(question).getLong(40))
                .putLong(32, now)
                .putLong(40, now)
                .array();
    }

    private static byte[] changed(byte[] question, int at, byte bits) {
        byte[] answer = honest(question, Duration.ZERO);
        answer[at] ^= bits;
        return answer;
    }

    private static byte[] with(byte[] answer, int at, byte octet) {
        answer[at] = octet;
        return answer;
    }

    private static long ntp(Instant time) {
        return (time.getEpochSecond() + NTP_TO_UNIX) << 32 | (long) time.getNano() * (1L << 32) / 1_000_000_000L;
    }
}
