package vn.lienthong.signer.strict;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.testpki.Issued;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;

class VouchingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:15:30Z");
    private static final TestPki PKI = TestPki.at(NOW);
    private static final TestPki STRANGERS = TestPki.of("Người lạ", NOW);
    private static final Issued OFFICIAL =
            PKI.issue(Profile.signer("Nguyễn Văn An").withScheme(SignatureScheme.ECDSA_SHA256));

    private static X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new JcaX509CertificateHolder(certificate);
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final X509CertificateHolder LEAF = holder(OFFICIAL.certificate());
    private static final X509CertificateHolder ISSUING = holder(PKI.intermediate());
    private static final X509CertificateHolder ROOT = holder(PKI.root());

    private static boolean allVouched(
            List<X509CertificateHolder> known, List<X509CertificateHolder> inPaths, X509CertificateHolder... carried) {
        Vouching vouching = new Vouching(known, inPaths, List.of(carried));
        return List.of(carried).stream().allMatch(vouching::isVouched);
    }

    @Test
    void whatStandsBelowAnAuthorityIsVouchedForThroughAuthorities() {
        assertThat(allVouched(List.of(ROOT), List.of(), LEAF, ISSUING)).isTrue();
        assertThat(allVouched(List.of(ROOT), List.of(), LEAF, ISSUING, ROOT)).isTrue();
        assertThat(allVouched(List.of(ROOT), List.of(), LEAF)).isFalse();
        assertThat(allVouched(List.of(ROOT), List.of(LEAF), LEAF)).isTrue();
    }

    @Test
    void nobodyVouchesForHimself() {
        assertThat(allVouched(List.of(ROOT), List.of(), holder(STRANGERS.root())))
                .isFalse();
        assertThat(allVouched(
                        List.of(ROOT), List.of(LEAF), LEAF, holder(STRANGERS.root()), holder(STRANGERS.intermediate())))
                .isFalse();
    }

    @Test
    void theRootAboveAnAnchorMayBeThere() {
        assertThat(allVouched(List.of(ISSUING), List.of(), LEAF, ISSUING, ROOT)).isTrue();
        assertThat(allVouched(List.of(LEAF), List.of(), LEAF, ISSUING, ROOT)).isTrue();
        assertThat(allVouched(List.of(LEAF), List.of(), LEAF, ISSUING)).isFalse();
    }

    @Test
    void whoIsNoAuthorityVouchesForNobody() throws Exception {
        X509CertificateHolder byOfficial = new JcaX509v3CertificateBuilder(
                        LEAF.getSubject(),
                        BigInteger.TEN,
                        Date.from(NOW),
                        Date.from(NOW.plusSeconds(3600)),
                        new X500Name("CN=Ai đó"),
                        OFFICIAL.certificate().getPublicKey())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(OFFICIAL.privateKey()));
        assertThat(allVouched(List.of(ROOT), List.of(), LEAF, ISSUING, byOfficial))
                .isFalse();
        assertThat(allVouched(List.of(ROOT), List.of(LEAF), LEAF, byOfficial)).isFalse();
        assertThat(allVouched(List.of(ROOT), List.of(byOfficial), byOfficial)).isTrue();
    }

    @Test
    void theAlgorithmBesideWhatIsSignedIsTheOneWithin() throws Exception {
        Certificate honest = LEAF.toASN1Structure();
        AlgorithmIdentifier junk =
                new AlgorithmIdentifier(honest.getSignatureAlgorithm().getAlgorithm(), new DERUTF8String("Chi 900"));
        X509CertificateHolder changed = new X509CertificateHolder(
                new DERSequence(new ASN1Encodable[] {honest.getTBSCertificate(), junk, honest.getSignature()})
                        .getEncoded());
        assertThat(allVouched(List.of(ROOT), List.of(), ISSUING, changed)).isFalse();
    }
}
