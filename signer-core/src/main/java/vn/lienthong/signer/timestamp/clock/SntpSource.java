package vn.lienthong.signer.timestamp.clock;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Compares our clock with an NTP server's. Thread-safe.
 *
 * <p>The time on the way is measured by the counter that nobody can set, so a clock that is set meanwhile spoils no comparison
 * unnoticed. The answer is not authenticated: ask over a network that is trusted, or several servers.
 *
 * <p>Source: RFC 5905 §8, §14.
 */
public final class SntpSource implements TimeSource {
    private final String host;
    private final int port;
    private final Duration deadline;
    private final Clock clock;
    private final LongSupplier nanos;
    private final SecureRandom random;

    /**
     * @param host configured; looked up at each comparison, for addresses change
     * @param deadline how long an answer is waited for
     * @param nanos a counter of nanoseconds that only grows
     */
    public SntpSource(String host, int port, Duration deadline, Clock clock, LongSupplier nanos, SecureRandom random) {
        this.host = host;
        this.port = port;
        this.deadline = deadline;
        this.clock = clock;
        this.nanos = nanos;
        this.random = random;
    }

    @Override
    public String name() {
        return host + ":" + port;
    }

    @Override
    public Comparison compare() {
        InetSocketAddress server = new InetSocketAddress(host, port);
        if (server.isUnresolved()) {
            return new Comparison.Unknown(name() + " has no address");
        }
        long cookie = random.nextLong();
        byte[] question = SntpPacket.question(cookie);
        try (DatagramSocket socket = new DatagramSocket()) {
            // Connected: the system drops what comes from another address.
            socket.connect(server);
            Instant asked = clock.instant();
            long began = nanos.getAsLong();
            socket.send(new DatagramPacket(question, question.length));
            return answer(socket, cookie, asked, began);
        } catch (SocketTimeoutException e) {
            return new Comparison.Unknown(name() + " does not answer within " + deadline);
        } catch (IOException e) {
            return new Comparison.Unknown(name() + " cannot be asked: " + e.getMessage());
        }
    }

    /** Packets that answer another question are passed over until the deadline: anybody can send them. */
    private Comparison answer(DatagramSocket socket, long cookie, Instant asked, long began) throws IOException {
        byte[] octets = new byte[SntpPacket.LENGTH];
        while (true) {
            long left = deadline.toMillis() - (nanos.getAsLong() - began) / 1_000_000;
            if (left <= 0) {
                throw new SocketTimeoutException();
            }
            socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
            DatagramPacket packet = new DatagramPacket(octets, octets.length);
            socket.receive(packet);
            Duration away = Duration.ofNanos(nanos.getAsLong() - began);
            Optional<SntpPacket.Answer> answer =
                    SntpPacket.answer(ByteBuffer.wrap(octets, 0, packet.getLength()), cookie, asked);
            if (answer.isPresent()) {
                return comparison(answer.get(), asked, away);
            }
        }
    }

    /** RFC 5905 §8: offset = ((T2 - T1) + (T3 - T4)) / 2, wrong by half the round trip at most. */
    static Comparison comparison(SntpPacket.Answer answer, Instant asked, Duration away) {
        Duration atServer = Duration.between(answer.received(), answer.sent());
        if (atServer.isNegative() || atServer.compareTo(away) > 0) {
            return new Comparison.Unknown("the server says that it had the question longer than we waited");
        }
        Duration there = Duration.between(asked, answer.received());
        Duration back = Duration.between(asked.plus(away), answer.sent());
        return new Comparison.Measured(
                there.plus(back).dividedBy(2), away.minus(atServer).dividedBy(2).plus(answer.rootError()));
    }
}
