package vn.lienthong.signer.timestamp.clock;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The packet of NTP version 4, as far as a simple client needs it.
 *
 * <p>Source: RFC 5905 §7.3, §14.
 */
final class SntpPacket {
    static final int LENGTH = 48;

    private static final int CLIENT_OF_VERSION_4 = 4 << 3 | 3;
    private static final int SERVER = 4;
    private static final int LEAP_UNKNOWN = 3;
    private static final int MOST_STRATUM = 15;
    /** From 1900-01-01 to 1970-01-01. */
    private static final long NTP_TO_UNIX = 2_208_988_800L;

    private static final int ROOT_DELAY = 4;
    private static final int ROOT_DISPERSION = 8;
    private static final int ORIGIN = 24;
    private static final int RECEIVE = 32;
    private static final int TRANSMIT = 40;

    private SntpPacket() {}

    /**
     * What a server says.
     *
     * @param received when it had the question
     * @param sent when it sent the answer
     * @param rootError how far it may be from its own reference
     */
    record Answer(Instant received, Instant sent, Duration rootError) {}

    /**
     * A question that says nothing about our clock: where its time would stand is a number that nobody can guess, and that
     * the answer has to repeat.
     */
    static byte[] question(long cookie) {
        return ByteBuffer.allocate(LENGTH)
                .put(0, (byte) CLIENT_OF_VERSION_4)
                .putLong(TRANSMIT, cookie)
                .array();
    }

    /**
     * What the answer says, if it is one to this question by a server whose own clock is set.
     *
     * @param near a time within 68 years of which the answer's are meant (RFC 5905 §6: eras)
     */
    static Optional<Answer> answer(ByteBuffer packet, long cookie, Instant near) {
        if (packet.remaining() < LENGTH) {
            return Optional.empty();
        }
        ByteBuffer octets = packet.slice();
        int first = octets.get(0) & 0xff;
        int stratum = octets.get(1) & 0xff;
        boolean usable = (first & 7) == SERVER
                && first >> 6 != LEAP_UNKNOWN
                && stratum >= 1
                && stratum <= MOST_STRATUM
                && octets.getLong(ORIGIN) == cookie
                && octets.getLong(RECEIVE) != 0
                && octets.getLong(TRANSMIT) != 0;
        if (!usable) {
            return Optional.empty();
        }
        Duration rootError =
                shortFormat(octets.getInt(ROOT_DELAY)).dividedBy(2).plus(shortFormat(octets.getInt(ROOT_DISPERSION)));
        return Optional.of(
                new Answer(time(octets.getLong(RECEIVE), near), time(octets.getLong(TRANSMIT), near), rootError));
    }

    /** 16 bits of seconds and 16 of their fraction. */
    private static Duration shortFormat(int bits) {
        return fixedPoint(Integer.toUnsignedLong(bits) >>> 16, (bits & 0xffffL) << 16);
    }

    private static Duration fixedPoint(long seconds, long fraction) {
        return Duration.ofSeconds(seconds, fraction * 1_000_000_000L >>> 32);
    }

    /** 32 bits of seconds, in the era that puts them nearest, and 32 of their fraction. */
    private static Instant time(long bits, Instant near) {
        long seconds = bits >>> 32;
        long expected = near.getEpochSecond() + NTP_TO_UNIX;
        long whole = expected + (int) (seconds - expected);
        return Instant.ofEpochSecond(whole - NTP_TO_UNIX).plus(fixedPoint(0, bits & 0xffffffffL));
    }
}
