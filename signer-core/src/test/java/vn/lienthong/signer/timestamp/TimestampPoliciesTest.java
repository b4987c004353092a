package vn.lienthong.signer.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.timestamp.TrustedTime.Reading;
import vn.lienthong.signer.token.CertifiedKey;

/** RFC 3161 §2.1, §2.4: one authority with several policies, each with its own promises and keys. */
class TimestampPoliciesTest {
    private static final String FINE = "1.3.6.1.4.1.99999.1.2";

    private final AuthorityFixture fixture = new AuthorityFixture();
    private final CertifiedKey second = fixture.token.put(
            "tsa-2", fixture.pki.issue(Profile.timestamping("TSA dự phòng").withScheme(SignatureScheme.ECDSA_SHA384)));
    private final AtomicReference<Reading> time = new AtomicReference<>(new Reading.Known(AuthorityFixture.NOW));
    private final TimestampAuthority authority = authority(
            new PolicyKeys(
                    new TimestampPolicy(AuthorityFixture.POLICY, Duration.ofSeconds(1)), List.of(fixture.key, second)),
            new PolicyKeys(
                    new TimestampPolicy(FINE, Duration.ofMillis(100), Set.of(DigestAlgorithm.SHA512), true),
                    List.of(second)));

    @Test
    void issuesUnderThePolicyThatIsAskedFor() throws Exception {
        TimeStampToken token = token(request(FINE, TSPAlgorithms.SHA512, 64));
        assertThat(token.getTimeStampInfo().getPolicy().getId()).isEqualTo(FINE);
        assertThat(token.getTimeStampInfo().isOrdered()).isTrue();
        assertThat(token.getTimeStampInfo().getAccuracy().getMillis().intValueExact())
                .isEqualTo(100);
        assertThat(token.getTimeStampInfo().getAccuracy().getSeconds()).isNull();
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(second.certificate()));
    }

    @Test
    void issuesUnderTheFirstPolicyWhereNoneIsAskedFor() throws Exception {
        TimeStampToken token = token(request(null, TSPAlgorithms.SHA256, 32));
        assertThat(token.getTimeStampInfo().getPolicy().getId()).isEqualTo(AuthorityFixture.POLICY);
        assertThat(token.getTimeStampInfo().isOrdered()).isFalse();
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(fixture.key.certificate()));
    }

    @Test
    void refusesAHashThatThePolicyDoesNotStamp() throws Exception {
        assertThat(failure(request(FINE, TSPAlgorithms.SHA256, 32))).isEqualTo(PkiFailure.BAD_ALG);
    }

    @Test
    void refusesAPolicyThatIsNoneOfThem() throws Exception {
        assertThat(failure(request("1.3.6.1.4.1.99999.1.3", TSPAlgorithms.SHA256, 32)))
                .isEqualTo(PkiFailure.UNACCEPTED_POLICY);
    }

    @Test
    void signsWithTheNextKeyWhereTheFirstIsNotInTheToken() throws Exception {
        CertifiedKey lost = new CertifiedKey(
                new vn.lienthong.signer.token.KeyAlias("away"), fixture.key.scheme(), fixture.key.chain());
        TimestampAuthority failingOver = authority(new PolicyKeys(
                new TimestampPolicy(AuthorityFixture.POLICY, Duration.ofSeconds(1)), List.of(lost, second)));
        TimestampAnswer answer =
                failingOver.respond(request(null, TSPAlgorithms.SHA256, 32).getEncoded());
        new TimeStampResponse(answer.response().toArray())
                .getTimeStampToken()
                .validate(new JcaSimpleSignerInfoVerifierBuilder().build(second.certificate()));
    }

    @Test
    void passesOverAKeyWhoseCertificateHasExpired() throws Exception {
        CertifiedKey old = fixture.token.put(
                "tsa-old", fixture.pki.issue(Profile.timestamping("TSA cũ").expired()));
        TimestampAuthority renewed = authority(new PolicyKeys(
                new TimestampPolicy(AuthorityFixture.POLICY, Duration.ofSeconds(1)), List.of(old, second)));
        TimestampAnswer answer =
                renewed.respond(request(null, TSPAlgorithms.SHA256, 32).getEncoded());
        new TimeStampResponse(answer.response().toArray())
                .getTimeStampToken()
                .validate(new JcaSimpleSignerInfoVerifierBuilder().build(second.certificate()));
    }

    @Test
    void saysThatTheTimeIsNotAvailable() throws Exception {
        time.set(new Reading.NotAvailable("the clock is 3 s behind"));
        assertThat(failure(request(null, TSPAlgorithms.SHA256, 32))).isEqualTo(PkiFailure.TIME_NOT_AVAILABLE);
    }

    @Test
    void ordersItsTimestampsThoughTheClockStandsStillOrGoesBack() throws Exception {
        TimeStampRequest request = request(FINE, TSPAlgorithms.SHA512, 64);
        String before = "";
        for (int i = 0; i < 50; i++) {
            time.set(new Reading.Known(AuthorityFixture.NOW.minusNanos(i * 100_000L)));
            String genTime = token(request)
                    .getTimeStampInfo()
                    .toASN1Structure()
                    .getGenTime()
                    .getTimeString();
            // All have the same date, so that the digits of the fraction decide: padded, they sort as text.
            String padded = String.format("%-24s", genTime.replace("Z", "")).replace(' ', '0');
            assertThat(padded).isGreaterThan(before);
            before = padded;
        }
        time.set(new Reading.Known(AuthorityFixture.NOW.minusMillis(60)));
        assertThat(failure(request)).isEqualTo(PkiFailure.TIME_NOT_AVAILABLE);
    }

    @Test
    void refusesPoliciesThatCannotBeToldApart() {
        PolicyKeys one =
                new PolicyKeys(new TimestampPolicy(AuthorityFixture.POLICY, Duration.ofSeconds(1)), List.of(second));
        assertThatIllegalArgumentException().isThrownBy(() -> authority(one, one));
        assertThatIllegalArgumentException().isThrownBy(this::authority);
        assertThatIllegalArgumentException().isThrownBy(() -> new PolicyKeys(one.policy(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimestampPolicy(FINE, Duration.ofSeconds(1), Set.of(), false));
    }

    private TimestampAuthority authority(PolicyKeys... policies) {
        return new TimestampAuthority(
                List.of(policies),
                fixture.token,
                new RandomSerialNumbers(new SecureRandom()),
                time::get,
                GenTimeReserve.NONE);
    }

    private TimeStampToken token(TimeStampRequest request) throws Exception {
        TimeStampResponse response = new TimeStampResponse(
                authority.respond(request.getEncoded()).response().toArray());
        response.validate(request);
        return response.getTimeStampToken();
    }

    private PkiFailure failure(TimeStampRequest request) throws Exception {
        return ((TimestampAnswer.Rejected) authority.respond(request.getEncoded())).failInfo();
    }

    private static TimeStampRequest request(String policy, ASN1ObjectIdentifier hash, int length) throws Exception {
        TimeStampRequestGenerator generator = AuthorityFixture.requests();
        if (policy != null) {
            generator.setReqPolicy(new ASN1ObjectIdentifier(policy));
        }
        return generator.generate(hash, new byte[length]);
    }
}
