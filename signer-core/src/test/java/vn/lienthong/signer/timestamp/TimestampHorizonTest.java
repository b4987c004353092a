package vn.lienthong.signer.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.testpki.KeysInMemory;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.token.CertifiedKey;

/** ETSI EN 319 102-1 §4.3.7; ETSI TS 119 312 V1.5.1: until when a timestamp can be relied on. */
class TimestampHorizonTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant RSA_END = Instant.parse("2029-01-01T00:00:00Z");
    private static final Digest IMPRINT = DigestAlgorithm.SHA256.digest(new byte[] {1});

    private final TestPki pki = TestPki.at(NOW);
    private final KeysInMemory token = new KeysInMemory();

    @ParameterizedTest
    @EnumSource(
            value = SignatureScheme.class,
            names = {"ECDSA_SHA256", "RSA_PKCS1_SHA256", "RSA_PSS_SHA256"})
    void isTheEndOfTheCertificateWhereThatComesFirst(SignatureScheme scheme) {
        Duration year = Duration.ofDays(365);
        assertThat(horizon(scheme, year)).contains(NOW.plus(year));
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureScheme.class,
            names = {"RSA_PKCS1_SHA256", "RSA_PSS_SHA256"})
    void isTheEndOfTheAlgorithmWhereThatComesFirst(SignatureScheme scheme) {
        assertThat(horizon(scheme, Duration.ofDays(2000))).contains(RSA_END);
    }

    @Test
    void isNoSoonerThanTheCertificatesEndOnACurve() {
        Duration years = Duration.ofDays(2000);
        assertThat(horizon(SignatureScheme.ECDSA_SHA256, years)).contains(NOW.plus(years));
    }

    @Test
    void refusesWhatIsNoToken() {
        TimestampToken none = new TimestampToken(Bytes.of(new byte[] {0x30, 0}), IMPRINT, NOW, BigInteger.ONE);
        assertThatThrownBy(() -> TimestampHorizon.of(none)).isInstanceOf(IllegalArgumentException.class);
    }

    private Optional<Instant> horizon(SignatureScheme scheme, Duration end) {
        Profile profile = Profile.timestamping("TSA").withScheme(scheme).valid(Duration.ofHours(-1), end);
        CertifiedKey key = token.put("tsa", pki.issue(profile));
        TimestampSource source = new LocalTimestampSource(new TimestampAuthority(
                new TimestampPolicy("1.3.6.1.4.1.99999.1.1", Duration.ofSeconds(1)),
                key,
                token,
                new RandomSerialNumbers(new SecureRandom()),
                Clock.fixed(NOW, ZoneOffset.UTC)));
        if (source.timestamp(IMPRINT) instanceof TimestampOutcome.Granted(TimestampToken granted)) {
            return TimestampHorizon.of(granted);
        }
        throw new AssertionError("no timestamp");
    }
}
