package vn.lienthong.hsm.usb;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;

/**
 * A certificate of the token's owner.
 *
 * @param keyId the CKA_ID by which its private key is found
 * @param chain the owner's certificate, then those of issuers that the token has
 */
record OwnCertificate(Bytes keyId, List<X509Certificate> chain) {
    OwnCertificate {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    String subject() {
        return certificate().getSubjectX500Principal().getName();
    }

    /** SHA-256 of the certificate, in hexadecimal. */
    String fingerprint() {
        return DigestAlgorithm.SHA256.digest(der(certificate())).value().hex();
    }

    /** How a key of its kind signs here. */
    SignatureScheme scheme() {
        if (!(certificate().getPublicKey() instanceof ECPublicKey ec)) {
            return SignatureScheme.RSA_PKCS1_SHA256;
        }
        int bits = ec.getParams().getOrder().bitLength();
        return bits <= 256
                ? SignatureScheme.ECDSA_SHA256
                : bits <= 384 ? SignatureScheme.ECDSA_SHA384 : SignatureScheme.ECDSA_SHA512;
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has its encoding", e);
        }
    }
}
