package vn.lienthong.signer.timestamp;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/** What a certificate must say to sign timestamps. Source: RFC 3161 §2.3. */
final class TimestampCertificate {
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

    private TimestampCertificate() {}

    static boolean isForTimeStampingAlone(X509Certificate certificate) {
        var critical = certificate.getCriticalExtensionOIDs();
        try {
            return critical != null
                    && critical.contains(EXTENDED_KEY_USAGE)
                    && List.of(TIME_STAMPING).equals(certificate.getExtendedKeyUsage());
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
