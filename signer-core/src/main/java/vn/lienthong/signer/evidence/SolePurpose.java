package vn.lienthong.signer.evidence;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/** Certificates that are for one thing alone, so that a key for another thing never stands in for theirs. */
public final class SolePurpose {
    /** Source: RFC 3161 §2.3. */
    public static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";

    private SolePurpose() {}

    /**
     * Whether the certificate may sign for this purpose and nothing else: a critical extended key usage that holds it
     * alone, a key usage of digitalSignature or nonRepudiation and no other, and no authority.
     *
     * <p>Source: RFC 5280 §4.2.1.3, §4.2.1.9, §4.2.1.12.
     */
    public static boolean is(X509Certificate certificate, String purpose) {
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        try {
            return critical != null
                    && critical.contains(EXTENDED_KEY_USAGE)
                    && List.of(purpose).equals(certificate.getExtendedKeyUsage())
                    && signsOnly(certificate.getKeyUsage())
                    && certificate.getBasicConstraints() < 0;
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    private static boolean signsOnly(boolean @org.jspecify.annotations.Nullable [] usage) {
        if (usage == null || usage.length < 2 || !(usage[0] || usage[1])) {
            return false;
        }
        for (int bit = 2; bit < usage.length; bit++) {
            if (usage[bit]) {
                return false;
            }
        }
        return true;
    }
}
