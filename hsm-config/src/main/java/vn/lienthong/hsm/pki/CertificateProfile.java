package vn.lienthong.hsm.pki;

import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import vn.lienthong.signer.evidence.LogSealCertificate;

/**
 * What a kind of certificate allows, and for how long.
 *
 * <p>Source: RFC 5280 §4.2.1; RFC 3161 §2.3 for timestamping; Decree 68/2024/NĐ-CP Art. 9: an authority lives at most 20
 * years, a subscriber 5.
 */
public enum CertificateProfile {
    ROOT_AUTHORITY(Purpose.AUTHORITY, years(20), KeyUsage.keyCertSign | KeyUsage.cRLSign),
    AUTHORITY(Purpose.AUTHORITY, years(10), KeyUsage.keyCertSign | KeyUsage.cRLSign),
    /** An official's or an agency's signature on documents. */
    DOCUMENT_SIGNATURE(Purpose.ANY, years(3), KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
    /** The seal of an audit log, and nothing else. */
    LOG_SEAL(Purpose.LOG_SEAL, years(3), KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
    TIMESTAMP(Purpose.TIMESTAMP, years(5), KeyUsage.digitalSignature),
    TLS_SERVER(Purpose.TLS_SERVER, Duration.ofDays(397), KeyUsage.digitalSignature | KeyUsage.keyEncipherment),
    /** A connected system: it signs its SOAP messages and may present itself in TLS. */
    SYSTEM(Purpose.TLS_CLIENT, years(2), KeyUsage.digitalSignature);

    private enum Purpose {
        AUTHORITY,
        ANY,
        LOG_SEAL,
        TIMESTAMP,
        TLS_SERVER,
        TLS_CLIENT
    }

    private final Purpose purpose;
    private final Duration validity;
    private final int keyUsage;

    CertificateProfile(Purpose purpose, Duration validity, int keyUsage) {
        this.purpose = purpose;
        this.validity = validity;
        this.keyUsage = keyUsage;
    }

    public boolean isAuthority() {
        return purpose == Purpose.AUTHORITY;
    }

    public Duration validity() {
        return validity;
    }

    public KeyUsage keyUsage() {
        return new KeyUsage(keyUsage);
    }

    /** The extended key usages; empty means that the extension is left out. */
    List<KeyPurposeId> extendedKeyUsages() {
        return switch (purpose) {
            case AUTHORITY, ANY -> List.of();
            case LOG_SEAL -> List.of(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(LogSealCertificate.PURPOSE)));
            case TIMESTAMP -> List.of(KeyPurposeId.id_kp_timeStamping);
            case TLS_SERVER -> List.of(KeyPurposeId.id_kp_serverAuth);
            case TLS_CLIENT -> List.of(KeyPurposeId.id_kp_clientAuth);
        };
    }

    /** Keys that stand for a machine's word alone are for that alone. Source: RFC 3161 §2.3; ADR 0011. */
    boolean extendedKeyUsageIsCritical() {
        return purpose == Purpose.TIMESTAMP || purpose == Purpose.LOG_SEAL;
    }

    private static Duration years(int years) {
        return Duration.ofDays(365L * years);
    }
}
