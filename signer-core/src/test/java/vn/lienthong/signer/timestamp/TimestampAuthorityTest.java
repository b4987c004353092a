package vn.lienthong.signer.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.testpki.Profile;

/** RFC 3161 §2.4: what the authority answers to which request. */
class TimestampAuthorityTest {
    private static AuthorityFixture fixture;
    private static final byte[] HASH =
            DigestAlgorithm.SHA256.digest(new byte[] {1}).value().toArray();

    @BeforeAll
    static void setUp() {
        fixture = new AuthorityFixture();
    }

    @Test
    void issuesATokenThatBouncyCastleVerifies() throws Exception {
        TimeStampRequest request =
                AuthorityFixture.requests().generate(TSPAlgorithms.SHA256, HASH, BigInteger.valueOf(-77));
        TimestampAnswer answer = fixture.authority.respond(request.getEncoded());

        TimeStampResponse response = new TimeStampResponse(answer.response().toArray());
        response.validate(request);
        assertThat(response.getStatus()).isEqualTo(PKIStatus.GRANTED);
        var token = response.getTimeStampToken();
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(fixture.key.certificate()));
        var info = token.getTimeStampInfo();
        assertThat(info.getGenTime()).isEqualTo(Date.from(AuthorityFixture.NOW));
        assertThat(info.getPolicy().getId()).isEqualTo(AuthorityFixture.POLICY);
        assertThat(info.getAccuracy().getSeconds().intValueExact()).isEqualTo(1);
        assertThat(info.getNonce()).isEqualTo(BigInteger.valueOf(-77));
        assertThat(info.getSerialNumber().bitLength()).isLessThanOrEqualTo(160);
        assertThat(token.getCertificates().getMatches(null)).hasSize(3);
        assertThat(answer).isInstanceOfSatisfying(TimestampAnswer.Issued.class, issued -> {
            assertThat(issued.token().genTime()).isEqualTo(AuthorityFixture.NOW);
            assertThat(issued.token().serialNumber()).isEqualTo(info.getSerialNumber());
        });
    }

    @Test
    void leavesTheCertificatesOutUnlessAsked() throws Exception {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        byte[] request = generator.generate(TSPAlgorithms.SHA256, HASH).getEncoded();
        var response = new TimeStampResponse(
                fixture.authority.respond(request).response().toArray());
        assertThat(response.getTimeStampToken().getCertificates().getMatches(null))
                .isEmpty();
        assertThat(response.getTimeStampToken().getTimeStampInfo().getNonce()).isNull();
    }

    @Test
    void neverRepeatsASerialNumber() throws Exception {
        byte[] request =
                AuthorityFixture.requests().generate(TSPAlgorithms.SHA256, HASH).getEncoded();
        Set<BigInteger> seen = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            seen.add(((TimestampAnswer.Issued) fixture.authority.respond(request))
                    .token()
                    .serialNumber());
        }
        assertThat(seen).hasSize(20);
    }

    @Test
    void refusesSha1() throws Exception {
        rejects(AuthorityFixture.requests().generate(TSPAlgorithms.SHA1, new byte[20]), PkiFailure.BAD_ALG);
    }

    @Test
    void refusesAnUnknownHash() throws Exception {
        rejects(
                AuthorityFixture.requests().generate(new ASN1ObjectIdentifier("1.2.3.4"), new byte[32]),
                PkiFailure.BAD_ALG);
    }

    @Test
    void refusesAnImprintOfTheWrongLength() throws Exception {
        rejects(AuthorityFixture.requests().generate(TSPAlgorithms.SHA256, new byte[31]), PkiFailure.BAD_DATA_FORMAT);
    }

    @Test
    void refusesAnUnknownPolicy() throws Exception {
        TimeStampRequestGenerator generator = AuthorityFixture.requests();
        generator.setReqPolicy(new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.9"));
        rejects(generator.generate(TSPAlgorithms.SHA256, HASH), PkiFailure.UNACCEPTED_POLICY);
    }

    @Test
    void acceptsItsOwnPolicy() throws Exception {
        TimeStampRequestGenerator generator = AuthorityFixture.requests();
        generator.setReqPolicy(new ASN1ObjectIdentifier(AuthorityFixture.POLICY));
        assertThat(fixture.authority.respond(
                        generator.generate(TSPAlgorithms.SHA256, HASH).getEncoded()))
                .isInstanceOf(TimestampAnswer.Issued.class);
    }

    @Test
    void refusesAnyExtension() throws Exception {
        TimeStampRequestGenerator generator = AuthorityFixture.requests();
        generator.addExtension(new ASN1ObjectIdentifier("1.2.3"), false, new DEROctetString(new byte[1]));
        rejects(generator.generate(TSPAlgorithms.SHA256, HASH), PkiFailure.UNACCEPTED_EXTENSION);
    }

    @Test
    void refusesWhatIsNoRequest() throws Exception {
        for (byte[] octets :
                List.of(new byte[0], "GET / HTTP/1.1".getBytes(StandardCharsets.UTF_8), new byte[70_000])) {
            rejects(octets, PkiFailure.BAD_DATA_FORMAT);
        }
    }

    @Test
    void refusesADeepNestThatWouldExhaustTheParsersStack() throws Exception {
        byte[] nest = new byte[60_000];
        for (int i = 0; i < nest.length; i += 2) {
            nest[i] = 0x30;
            nest[i + 1] = (byte) 0x80;
        }
        rejects(nest, PkiFailure.BAD_DATA_FORMAT);
    }

    @Test
    void answersSystemFailureWhileTheTokenIsDown() throws Exception {
        fixture.token.setDown(true);
        try {
            rejects(AuthorityFixture.requests().generate(TSPAlgorithms.SHA256, HASH), PkiFailure.SYSTEM_FAILURE);
        } finally {
            fixture.token.setDown(false);
        }
    }

    @Test
    void hasNoTimeOnceItsClockWentBackBeyondTheAccuracy() throws Exception {
        Iterator<Instant> readings = List.of(
                        AuthorityFixture.NOW,
                        AuthorityFixture.NOW.minusMillis(900),
                        AuthorityFixture.NOW.minusMillis(1100))
                .iterator();
        TimestampAuthority authority = fixture.with(ticking(readings));
        byte[] request =
                AuthorityFixture.requests().generate(TSPAlgorithms.SHA256, HASH).getEncoded();
        assertThat(authority.respond(request)).isInstanceOf(TimestampAnswer.Issued.class);
        assertThat(authority.respond(request)).isInstanceOf(TimestampAnswer.Issued.class);
        assertThat(authority.respond(request))
                .isInstanceOfSatisfying(
                        TimestampAnswer.Rejected.class,
                        r -> assertThat(r.failInfo()).isEqualTo(PkiFailure.TIME_NOT_AVAILABLE));
    }

    private static Clock ticking(Iterator<Instant> readings) {
        InstantSource source = readings::next;
        return source.withZone(ZoneOffset.UTC);
    }

    @Test
    void issuesNothingAfterItsCertificateExpired() {
        TimestampAuthority late = fixture.at(AuthorityFixture.NOW.plus(Duration.ofDays(800)));
        assertThat(late.issue(new TimestampQuery(
                        DigestAlgorithm.SHA256.digest(HASH), Optional.empty(), Optional.empty(), true)))
                .isInstanceOf(TimestampAnswer.Rejected.class);
    }

    @Test
    void refusesACertificateThatSignsDocumentsToo() {
        var key = fixture.token.put("signer", fixture.pki.issue(Profile.signer("Không phải TSA")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimestampAuthority(
                        new TimestampPolicy(AuthorityFixture.POLICY, Duration.ofSeconds(1)),
                        key,
                        fixture.token,
                        new RandomSerialNumbers(new SecureRandom()),
                        Clock.systemUTC()));
    }

    private static void rejects(TimeStampRequest request, PkiFailure failure) throws Exception {
        rejects(request.getEncoded(), failure);
    }

    private static void rejects(byte[] request, PkiFailure failure) throws Exception {
        TimestampAnswer answer = fixture.authority.respond(request);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        TimestampAnswer.Rejected.class,
                        r -> assertThat(r.failInfo()).isEqualTo(failure));
        TimeStampResponse response = new TimeStampResponse(answer.response().toArray());
        assertThat(response.getStatus()).isEqualTo(PKIStatus.REJECTION);
        assertThat(response.getTimeStampToken()).isNull();
        PKIFailureInfo info = response.getFailInfo();
        int bit = failure.bit();
        assertThat(info.getBytes()[bit / 8] & (0x80 >> bit % 8)).isNotZero();
    }
}
