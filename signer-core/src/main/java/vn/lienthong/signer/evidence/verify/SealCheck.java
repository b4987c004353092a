package vn.lienthong.signer.evidence.verify;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.strict.PlainCms.Inside;
import vn.lienthong.signer.trust.CertificatePath;

/** The detached CMS signature over a head: whether it holds, and by whose certificate. */
final class SealCheck {
    private SealCheck() {}

    /**
     * The sealer's certificate if the seal is one SignedData in its one form whose signature covers exactly {@code head} by an
     * accepted algorithm, and whose signed attributes name that certificate; empty otherwise.
     *
     * <p>Source: RFC 5652 §5.4, §5.6; EN 319 122-1 §5.2.2 (signing-certificate-v2).
     */
    static Optional<X509Certificate> signer(Bytes head, Bytes seal) {
        if (!OneForm.is(seal, Inside.PATH)) {
            return Optional.empty();
        }
        try {
            CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(head.toArray()), seal.toArray());
            SignerInformation signer = cms.getSignerInfos().iterator().next();
            Collection<X509CertificateHolder> matches = cms.getCertificates().getMatches(signer.getSID());
            if (matches.size() != 1
                    || DigestAlgorithm.sha2OfOid(signer.getDigestAlgOID()).isEmpty()
                    || !isDetached(seal)) {
                return Optional.empty();
            }
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(matches.iterator().next());
            boolean holds = CertificatePath.hasStrongKey(certificate)
                    && namesCertificate(signer, certificate)
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
            return holds ? Optional.of(certificate) : Optional.empty();
        } catch (CMSException | CertificateException | OperatorCreationException | IOException | RuntimeException e) {
            // Bouncy Castle answers hostile ASN.1 with ClassCastException, IllegalStateException and others
            return Optional.empty();
        }
    }

    private static boolean isDetached(Bytes seal) throws CMSException {
        return new CMSSignedData(seal.toArray()).getSignedContent() == null;
    }

    private static boolean namesCertificate(SignerInformation signer, X509Certificate certificate)
            throws CertificateException, IOException {
        if (signer.getSignedAttributes() == null) {
            return false;
        }
        Attribute attribute = signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (attribute == null || attribute.getAttrValues().size() != 1) {
            return false;
        }
        var id = SigningCertificateV2.getInstance(attribute.getAttrValues().getObjectAt(0))
                .getCerts()[0];
        return DigestAlgorithm.sha2OfOid(id.getHashAlgorithm().getAlgorithm().getId())
                .map(algorithm -> algorithm.newMessageDigest())
                .map(digest -> digest.digest(encoded(certificate)))
                .map(Bytes::of)
                .filter(Bytes.of(id.getCertHash())::equals)
                .isPresent();
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw new IllegalArgumentException("a parsed certificate has an encoding", e);
        }
    }
}
