package vn.lienthong.hsm.pki;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.evidence.LogId;

/**
 * What an authority is asked to certify.
 *
 * @param hostNames names and IPv4 addresses of a TLS server; empty for everybody else
 * @param log the audit log that the key seals; empty for every other key
 */
public record CertificateRequest(
        CertificateProfile profile,
        DistinguishedName subject,
        PublicKey publicKey,
        List<String> hostNames,
        Optional<LogId> log) {
    public CertificateRequest {
        hostNames = List.copyOf(hostNames);
        if (log.isPresent() != (profile == CertificateProfile.LOG_SEAL)) {
            throw new IllegalArgumentException("the seal of a log names it, and nothing else does");
        }
    }

    public static CertificateRequest of(CertificateProfile profile, DistinguishedName subject, PublicKey publicKey) {
        return new CertificateRequest(profile, subject, publicKey, List.of(), Optional.empty());
    }
}
