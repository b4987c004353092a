package vn.lienthong.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.testpki.Issued;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;

/** Circular 15/2025/TT-BKHCN, article 5: what is checked before signing. */
class CertificateGateTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:15:30Z");
    private static final Profile SIGNER = Profile.signer("Nguyễn Văn Bình").withScheme(SignatureScheme.ECDSA_SHA256);
    private static TestPki pki;

    @BeforeAll
    static void setUp() {
        pki = TestPki.at(NOW);
    }

    @Test
    void letsAValidCertificateSign() {
        assertThat(refusal(SIGNER)).isEmpty();
        assertThat(refusal(SIGNER.withKeyUsage(KeyUsage.nonRepudiation))).isEmpty();
        assertThat(refusal(SIGNER.withKeyUsage(0))).isEmpty();
    }

    @Test
    void refusesAnExpiredCertificate() {
        assertThat(refusal(SIGNER.expired())).hasValue(SignRefusal.CERTIFICATE_EXPIRED);
    }

    @Test
    void refusesACertificateThatIsNotValidYet() {
        assertThat(refusal(SIGNER.notYetValid())).hasValue(SignRefusal.CERTIFICATE_NOT_YET_VALID);
    }

    @Test
    void refusesACertificateForOtherUses() {
        assertThat(refusal(SIGNER.withKeyUsage(KeyUsage.keyEncipherment))).hasValue(SignRefusal.CERTIFICATE_KEY_USAGE);
    }

    @Test
    void refusesACertificateOfAnAuthority() {
        CertifiedKey authority =
                new CertifiedKey(new KeyAlias("ca"), SignatureScheme.ECDSA_SHA256, List.of(pki.root()));
        assertThat(CertificateGate.refusal(authority, NOW).map(r -> r.reason()))
                .hasValue(SignRefusal.CERTIFICATE_KEY_USAGE);
    }

    @Test
    void refusesAWeakKey() {
        assertThat(refusal(SIGNER.weak())).hasValue(SignRefusal.KEY_TOO_WEAK);
    }

    @Test
    void refusesASchemeOfAnotherKindOfKey() {
        Issued issued = pki.issue(SIGNER);
        CertifiedKey mixed = new CertifiedKey(new KeyAlias("mixed"), SignatureScheme.RSA_PKCS1_SHA256, issued.chain());
        assertThat(CertificateGate.refusal(mixed, NOW).map(r -> r.reason()))
                .hasValue(SignRefusal.KEY_CERTIFICATE_MISMATCH);
    }

    private static Optional<SignRefusal> refusal(Profile profile) {
        return CertificateGate.refusal(pki.issue(profile).under("key"), NOW).map(r -> r.reason());
    }
}
