package vn.lienthong.signer.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source: RFC 3161 §2.4.2; X.690 §11.7. */
class GenTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T00:00:00Z,20260105000000Z",
        "2026-11-30T16:05:09.5Z,20261130160509.5Z",
        "2026-11-30T16:05:09.050Z,20261130160509.05Z",
        "2026-11-30T16:05:09.000001999Z,20261130160509.000001Z",
        "2026-11-30T16:05:09.000000999Z,20261130160509Z",
        "2026-11-30T16:05:10.100200Z,20261130160510.1002Z",
        "0001-02-03T04:05:06Z,00010203040506Z",
        "9999-12-31T23:59:59.999999Z,99991231235959.999999Z"
    })
    void isSpelledAsDerWantsIt(String time, String expected) throws Exception {
        assertThat(GenTime.der(Instant.parse(time))).isEqualTo(new ASN1GeneralizedTime(expected).getEncoded("DER"));
    }

    /** Bouncy Castle reads milliseconds. */
    @Property
    void isReadBack(
            @ForAll @LongRange(min = 0, max = 253_402_300_799L) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nanos)
            throws Exception {
        Instant time = Instant.ofEpochSecond(seconds, nanos);
        assertThat(ASN1GeneralizedTime.getInstance(GenTime.der(time)).getDate().toInstant())
                .isEqualTo(time.truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void hasAYearOfFourDigits() {
        assertThatThrownBy(() -> GenTime.der(Instant.parse("+10000-01-01T00:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GenTime.der(Instant.parse("-0001-01-01T00:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
