package vn.lienthong.signer.timestamp;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1GeneralizedTime;

/** The time in a TSTInfo: UTC with as many digits of a second as are not zero. Source: RFC 3161 §2.4.2, genTime. */
final class GenTime {
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss.SSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern IDLE_ZEROS = Pattern.compile("\\.?0*$");

    private GenTime() {}

    /** {@code time} cut to whole microseconds. */
    static ASN1GeneralizedTime of(Instant time) {
        return new ASN1GeneralizedTime(
                IDLE_ZEROS.matcher(MICROSECONDS.format(time)).replaceFirst("") + "Z");
    }
}
