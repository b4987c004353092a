package vn.lienthong.signer.sign.pades;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.seal.Appearance;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.dss.DssAlgorithms;

/** One request in DSS's words. */
final class DssParameters {
    private DssParameters() {}

    static PAdESSignatureParameters of(SignRequest request, Instant signingTime, Optional<Appearance> appearance) {
        SignatureScheme scheme = request.key().scheme();
        DigestAlgorithm digest = DssAlgorithms.digest(scheme);
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(level(request));
        parameters.setDigestAlgorithm(digest);
        parameters.getSignatureTimestampParameters().setDigestAlgorithm(digest);
        parameters.setSigningCertificate(new CertificateToken(request.key().certificate()));
        parameters.setCertificateChain(
                request.key().chain().stream().map(CertificateToken::new).toList());
        parameters.setEncryptionAlgorithm(DssAlgorithms.encryption(scheme));
        parameters.bLevel().setSigningDate(Date.from(signingTime));
        parameters.setSigningTimeZone(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
        parameters.setContentSize(PlaceOfSignature.octets(request));
        parameters.setAppName("Liên Thông");
        request.certification()
                .ifPresent(c -> parameters.setPermission(CertificationPermission.fromCode(c.permission())));
        setDetails(parameters, request.details());
        appearance.ifPresent(a -> parameters.setImageParameters(image(a)));
        return parameters;
    }

    private static SignatureLevel level(SignRequest request) {
        return switch (request.level()) {
            case BASELINE_B -> SignatureLevel.PAdES_BASELINE_B;
            case BASELINE_T, BASELINE_LT, BASELINE_LTA -> SignatureLevel.PAdES_BASELINE_T;
        };
    }

    private static void setDetails(PAdESSignatureParameters parameters, SignatureDetails details) {
        // DSS leaves empty texts out of the signature dictionary.
        parameters.setSignerName(details.signerName());
        parameters.setReason(details.reason());
        parameters.setLocation(details.location());
        parameters.setContactInfo(details.contactInfo());
    }

    /** Where the field goes; the drawer knows what is in it. */
    private static SignatureImageParameters image(Appearance appearance) {
        SignatureImageParameters image = new SignatureImageParameters() {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean isEmpty() {
                return false;
            }
        };
        image.getFieldParameters().setPage(appearance.box().page());
        image.getFieldParameters().setOriginX((float) appearance.box().left().points());
        image.getFieldParameters().setOriginY((float) appearance.box().top().points());
        image.getFieldParameters().setWidth((float) appearance.box().width().points());
        image.getFieldParameters().setHeight((float) appearance.box().height().points());
        return image;
    }
}
