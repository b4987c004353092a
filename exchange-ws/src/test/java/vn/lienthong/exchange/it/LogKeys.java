package vn.lienthong.exchange.it;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.infrastructure.signer.LogSealer;
import vn.lienthong.signer.evidence.BatchSealer;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.evidence.verify.EvidenceVerifier;
import vn.lienthong.signer.sign.cades.CmsSeal;
import vn.lienthong.signer.testpki.KeysInMemory;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.timestamp.LocalTimestampSource;
import vn.lienthong.signer.timestamp.RandomSerialNumbers;
import vn.lienthong.signer.timestamp.TimestampAuthority;
import vn.lienthong.signer.timestamp.TimestampPolicy;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.trust.NoTrustAnchorsException;
import vn.lienthong.signer.trust.TrustAnchors;

/** Software keys that seal and timestamp the audit log, and the verifier that trusts their authority. */
public final class LogKeys {
    public static final LogId LOG = new LogId("it-log");

    private final Clock clock = Clock.systemUTC();
    private final TestPki pki = TestPki.at(clock.instant());
    private final KeysInMemory token = new KeysInMemory();
    private final CertifiedKey seal = token.put("log-seal", pki.issue(Profile.logSeal("Con dấu nhật ký", LOG.value())));
    private final CertifiedKey tsa = token.put("tsa", pki.issue(Profile.timestamping("TSA thử nghiệm")));
    private final List<X509CRL> crls = lists(pki);
    private final BatchSealer sealer = new LogSealer(
            new CmsSeal(token, seal, clock),
            new LocalTimestampSource(new TimestampAuthority(
                    new TimestampPolicy("1.3.6.1.4.1.99999.1.1", Duration.ofSeconds(1)),
                    tsa,
                    token,
                    new RandomSerialNumbers(new SecureRandom()),
                    clock)),
            List.of(tsa));

    public BatchSealer sealer() {
        return sealer;
    }

    /** How often a key was used. */
    public int signatures() {
        return token.signatures();
    }

    /** One making of the lists: each differs by its signature. */
    public List<X509CRL> crls() {
        return crls;
    }

    private static List<X509CRL> lists(TestPki pki) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return List.of((X509CRL) factory.generateCRL(new ByteArrayInputStream(pki.crl())), (X509CRL)
                    factory.generateCRL(new ByteArrayInputStream(pki.rootCrl())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public EvidenceVerifier verifier() {
        try {
            return new EvidenceVerifier(TrustAnchors.of(List.of(pki.root())), Optional.of(LOG), List.of());
        } catch (NoTrustAnchorsException e) {
            throw new IllegalStateException(e);
        }
    }
}
