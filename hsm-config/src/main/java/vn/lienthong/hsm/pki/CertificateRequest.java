package vn.lienthong.hsm.pki;

import java.security.PublicKey;
import java.util.List;

/**
 * What an authority is asked to certify.
 *
 * @param hostNames names and IPv4 addresses of a TLS server; empty for everybody else
 */
public record CertificateRequest(
        CertificateProfile profile, DistinguishedName subject, PublicKey publicKey, List<String> hostNames) {
    public CertificateRequest {
        hostNames = List.copyOf(hostNames);
    }

    public static CertificateRequest of(CertificateProfile profile, DistinguishedName subject, PublicKey publicKey) {
        return new CertificateRequest(profile, subject, publicKey, List.of());
    }
}
