package vn.lienthong.signer.strict;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.List;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Whether a timestamp's own signature holds. A validator that cannot read a timestamp leaves it aside, and the document
 * around it is none the worse.
 */
final class SignedAmong {
    private SignedAmong() {}

    /** Whether each signer names one of the certificates, octet by octet, whose key signed. */
    static boolean holds(ContentInfo content, List<X509CertificateHolder> certificates) {
        try {
            for (SignerInformation signer : new CMSSignedData(content).getSignerInfos()) {
                if (!isByOneOf(signer, certificates)) {
                    return false;
                }
            }
            return true;
        } catch (CMSException | RuntimeException e) {
            // Bouncy Castle answers hostile ASN.1 with ClassCastException, IllegalStateException and others
            return false;
        }
    }

    private static boolean isByOneOf(SignerInformation signer, List<X509CertificateHolder> certificates) {
        return certificates.stream().anyMatch(certificate -> isBy(signer, certificate));
    }

    private static boolean isBy(SignerInformation signer, X509CertificateHolder certificate) {
        try {
            return SignerMatch.is(signer.toASN1Structure().getSID(), certificate)
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                            .build(new JcaX509CertificateConverter()
                                    .getCertificate(certificate)
                                    .getPublicKey()));
        } catch (CMSException | OperatorCreationException | CertificateException | IOException | RuntimeException e) {
            return false; // another of the same name may have signed it
        }
    }
}
