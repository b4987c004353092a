package vn.lienthong.hsm.ceremony;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import vn.lienthong.hsm.pki.CertificateProfile;
import vn.lienthong.hsm.pki.CertificateRequest;
import vn.lienthong.hsm.pki.DistinguishedName;
import vn.lienthong.hsm.token.KeyForm;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.token.KeyAlias;

/**
 * A key pair that the ceremony makes in the token, and the certificate it gets.
 *
 * @param issuer the authority that certifies it
 * @param agency the organ id of the agency that the key speaks for; empty for keys of the server itself
 * @param log the audit log that the key seals; empty for every other key
 * @param grants the systems whose requests may sign with it; empty means the server alone
 */
public record PlannedKey(
        KeyAlias alias,
        KeyForm form,
        KeyPurpose purpose,
        DistinguishedName subject,
        String issuer,
        String agency,
        Optional<LogId> log,
        List<String> grants) {
    public PlannedKey {
        grants = List.copyOf(grants);
    }

    CertificateRequest request(PublicKey publicKey) {
        return new CertificateRequest(profile(), subject, publicKey, List.of(), log);
    }

    private CertificateProfile profile() {
        return switch (purpose) {
            case TIMESTAMP -> CertificateProfile.TIMESTAMP;
            case SOAP_ANSWERS -> CertificateProfile.SYSTEM;
            case LOG_SEAL -> CertificateProfile.LOG_SEAL;
            case OFFICIAL_SIGNATURE, AGENCY_SEAL, BENCH -> CertificateProfile.DOCUMENT_SIGNATURE;
        };
    }
}
