package vn.lienthong.signer.timestamp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import vn.lienthong.signer.cms.Der;

/** The time in a TSTInfo: UTC with as many digits of a second as are not zero. Source: RFC 3161 §2.4.2, genTime. */
final class GenTime {
    private static final int GENERALIZED_TIME = 0x18;
    private static final int DIGITS_OF_SECOND = 6;
    private static final int NANOS_OF_MICROSECOND = 1000;
    private static final int LAST_YEAR = 9999;

    private GenTime() {}

    /**
     * The DER of {@code time} cut to whole microseconds. Digit by digit: a formatter, a pattern and Bouncy Castle's parsing of
     * what they made would take longer than the rest of a TSTInfo.
     *
     * @throws IllegalArgumentException if its year does not have four digits
     */
    static byte[] der(Instant time) {
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("a GeneralizedTime has a year of four digits");
        }
        StringBuilder text = new StringBuilder("yyyyMMddHHmmss.ffffffZ".length());
        digits(text, utc.getYear(), 4);
        digits(text, utc.getMonthValue(), 2);
        digits(text, utc.getDayOfMonth(), 2);
        digits(text, utc.getHour(), 2);
        digits(text, utc.getMinute(), 2);
        digits(text, utc.getSecond(), 2);
        int micros = utc.getNano() / NANOS_OF_MICROSECOND;
        if (micros != 0) {
            digits(text.append('.'), micros, DIGITS_OF_SECOND);
            while (text.charAt(text.length() - 1) == '0') {
                text.setLength(text.length() - 1);
            }
        }
        return Der.element(GENERALIZED_TIME, text.append('Z').toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static void digits(StringBuilder text, int number, int count) {
        int weight = 1;
        for (int i = 1; i < count; i++) {
            weight *= 10;
        }
        for (; weight > 0; weight /= 10) {
            text.append((char) ('0' + number / weight % 10));
        }
    }
}
