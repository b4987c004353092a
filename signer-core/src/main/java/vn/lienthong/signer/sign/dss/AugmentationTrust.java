package vn.lienthong.signer.sign.dss;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.trust.TrustAnchors;

/**
 * Where certificates and revocation data come from when a signature is raised to LT or LTA, and what is refused then: each
 * refusal has its own name, none is a warning. Thread-safe.
 */
public final class AugmentationTrust {
    private final CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    private final RevocationSources sources;

    public AugmentationTrust(TrustAnchors anchors, RevocationSources sources) {
        this.sources = sources;
        anchors.certificates().forEach(anchor -> trusted.addCertificate(new CertificateToken(anchor)));
    }

    /** Made anew for each document: DSS keeps state in it. */
    public CertificateVerifier verifier() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true); // simple: no fetching of its own
        verifier.setTrustedCertSources(trusted);
        verifier.setAIASource(sources.aia().orElse(null));
        verifier.setCrlSource(sources.crl().orElse(null));
        verifier.setOcspSource(sources.ocsp().orElse(null));
        verifier.setRevocationDataVerifier(new StrictRevocation());
        verifier.setAlertOnMissingRevocationData(AugmentationRefused.alert(SignRefusal.REVOCATION_DATA_MISSING));
        verifier.setAlertOnRevokedCertificate(AugmentationRefused.alert(SignRefusal.CERTIFICATE_REVOKED));
        verifier.setAlertOnExpiredCertificate(AugmentationRefused.alert(SignRefusal.CERTIFICATE_EXPIRED));
        verifier.setAlertOnNotYetValidCertificate(AugmentationRefused.alert(SignRefusal.CERTIFICATE_NOT_YET_VALID));
        verifier.setAlertOnInvalidSignature(AugmentationRefused.alert(SignRefusal.EXISTING_SIGNATURE_BROKEN));
        verifier.setAlertOnInvalidTimestamp(AugmentationRefused.alert(SignRefusal.EXISTING_SIGNATURE_BROKEN));
        verifier.setAugmentationAlertOnHigherSignatureLevel(AugmentationRefused.alert(SignRefusal.LEVEL_NOT_POSSIBLE));
        verifier.setAugmentationAlertOnSignatureWithoutCertificates(
                AugmentationRefused.alert(SignRefusal.EXISTING_SIGNATURE_BROKEN));
        verifier.setAugmentationAlertOnSelfSignedCertificateChains(
                AugmentationRefused.alert(SignRefusal.REVOCATION_DATA_MISSING));
        return verifier;
    }
}
