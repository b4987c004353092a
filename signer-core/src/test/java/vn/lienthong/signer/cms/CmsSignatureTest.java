package vn.lienthong.signer.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.strict.StrictCms;
import vn.lienthong.signer.testpki.KeysInMemory;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.token.CertifiedKey;

/** RFC 5652 §5: what is put together from parts is the DER that Bouncy Castle would have written, and verifies there. */
class CmsSignatureTest {
    private static final Instant NOW = Instant.now(Clock.systemUTC());
    private static final TestPki PKI = TestPki.at(NOW);
    private static final KeysInMemory TOKEN = new KeysInMemory();
    private static final CertifiedKey RSA = TOKEN.put("rsa", PKI.issue(Profile.signer("Nguyễn Văn Bình")));
    private static final CertifiedKey EC =
            TOKEN.put("ec", PKI.issue(Profile.signer("UBND").withScheme(SignatureScheme.ECDSA_SHA512)));

    @Property(tries = 60)
    void isDerThatVerifiesInBouncyCastle(
            @ForAll boolean rsa,
            @ForAll boolean detached,
            @ForAll boolean timed,
            @ForAll boolean chain,
            @ForAll @IntRange(max = 70_000) int length)
            throws Exception {
        byte[] content = new byte[length];
        CertifiedKey key = rsa ? RSA : EC;
        CmsContent what = detached
                ? CmsContent.detached(key.scheme().digest().digest(content))
                : CmsContent.embedded(
                        timed ? CMSObjectIdentifiers.data : PKCSObjectIdentifiers.id_ct_TSTInfo,
                        content,
                        key.scheme().digest());
        List<X509Certificate> certificates = chain ? key.chain() : List.of(key.certificate());
        byte[] der = signature(key, what, timed ? Optional.of(NOW) : Optional.empty(), certificates)
                .contentInfo()
                .toArray();

        assertThat(der).isEqualTo(ASN1Primitive.fromByteArray(der).getEncoded(ASN1Encoding.DER));
        assertThat(StrictCms.faults(der, issuers(key))).isEmpty();
        CMSSignedData parsed =
                detached ? new CMSSignedData(new CMSProcessableByteArray(content), der) : new CMSSignedData(der);
        SignerInformation signer =
                parsed.getSignerInfos().getSigners().iterator().next();
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(key.certificate())))
                .isTrue();
        assertThat(parsed.getCertificates().getMatches(null)).hasSize(certificates.size());
    }

    @Property(tries = 40)
    void theHalvesAroundContentAreTheWhole(@ForAll @IntRange(max = 70_000) int length) {
        byte[] content = new byte[length];
        CmsContent embedded = CmsContent.embedded(
                CMSObjectIdentifiers.data, content, RSA.scheme().digest());
        CmsSignature signature = signature(RSA, embedded, Optional.of(NOW), RSA.chain());
        CmsSignature.Enclosure around = signature.around(content.length);
        assertThat(Bytes.of(signature.contentInfo().toArray()).hex())
                .isEqualTo(around.header().hex()
                        + Bytes.of(content).hex()
                        + around.trailer().hex());
    }

    private static List<X509CertificateHolder> issuers(CertifiedKey key) throws Exception {
        List<X509CertificateHolder> issuers = new ArrayList<>();
        for (X509Certificate certificate : key.chain()) {
            issuers.add(new JcaX509CertificateHolder(certificate));
        }
        return issuers;
    }

    private static CmsSignature signature(
            CertifiedKey key, CmsContent content, Optional<Instant> time, List<X509Certificate> certificates) {
        return ((SigningStep.Made) new CmsSigner(TOKEN).signature(key, content, time, certificates)).signature();
    }
}
