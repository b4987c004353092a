package vn.lienthong.signer.sign.pades;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import vn.lienthong.signer.sign.SignRequest;

/** How much room a signature needs in a PDF, before there is one. */
final class PlaceOfSignature {
    /** Attributes, names and the largest signature. */
    private static final int CMS_WITHOUT_CERTIFICATES = 4 * 1024;
    /** A timestamp token with a chain of four certificates. */
    private static final int TIMESTAMP = 12 * 1024;

    private PlaceOfSignature() {}

    static int octets(SignRequest request) {
        int certificates = request.key().chain().stream()
                .mapToInt(PlaceOfSignature::length)
                .sum();
        int timestamp = switch (request.level()) {
            case BASELINE_B -> 0;
            case BASELINE_T, BASELINE_LT, BASELINE_LTA -> TIMESTAMP;
        };
        return CMS_WITHOUT_CERTIFICATES + certificates + timestamp;
    }

    private static int length(X509Certificate certificate) {
        try {
            return certificate.getEncoded().length;
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was decoded has its encoding", e);
        }
    }
}
