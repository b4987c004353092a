package vn.lienthong.signer.timestamp;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import vn.lienthong.signer.testpki.KeysInMemory;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.token.CertifiedKey;

/** An authority with a software key at a standing time. */
final class AuthorityFixture {
    static final String POLICY = "1.3.6.1.4.1.99999.1.1";
    static final Instant NOW = Instant.parse("2026-11-23T01:15:30.250Z");

    final TestPki pki = TestPki.at(NOW);
    final KeysInMemory token = new KeysInMemory();
    final CertifiedKey key = token.put("tsa", pki.issue(Profile.timestamping("TSA thử nghiệm")));
    final TimestampAuthority authority = at(NOW);

    TimestampAuthority at(Instant now) {
        return with(Clock.fixed(now, ZoneOffset.UTC));
    }

    TimestampAuthority with(Clock clock) {
        return new TimestampAuthority(
                new TimestampPolicy(POLICY, Duration.ofSeconds(1)),
                key,
                token,
                new RandomSerialNumbers(new SecureRandom()),
                clock);
    }

    static TimeStampRequestGenerator requests() {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator;
    }
}
