package vn.lienthong.signer.timestamp;

import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/** What makes a timestamp's signature worth believing beyond that it verifies: its algorithms, and that it names its certificate. */
final class TokenForm {
    private static final int LEAST_RSA_BITS = 2048;

    private TokenForm() {}

    /** Why it is not worth believing; empty if it is. */
    static Optional<String> fault(SignerInformation signer, X509Certificate certificate) {
        if (DigestAlgorithm.ofOid(signer.getDigestAlgOID()).isEmpty()) {
            return Optional.of("the timestamp is signed over a hash that is not accepted");
        }
        if (isWeak(certificate.getPublicKey())) {
            return Optional.of("the authority's key is too short");
        }
        // RFC 5816 §2.2.1: the first ESSCertIDv2 is the signer's. SigningCertificate alone would name it by SHA-1.
        return namesItsCertificate(signer, certificate)
                ? Optional.empty()
                : Optional.of("the timestamp does not name its certificate by signing-certificate-v2");
    }

    private static boolean isWeak(PublicKey key) {
        return key instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS;
    }

    private static boolean namesItsCertificate(SignerInformation signer, X509Certificate certificate) {
        ASN1EncodableVector found = signer.getSignedAttributes() == null
                ? new ASN1EncodableVector()
                : signer.getSignedAttributes().getAll(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (found.size() != 1) {
            return false;
        }
        ASN1Encodable[] values = Attribute.getInstance(found.get(0)).getAttributeValues();
        if (values.length != 1) {
            return false;
        }
        ESSCertIDv2[] certificates = SigningCertificateV2.getInstance(values[0]).getCerts();
        if (certificates.length == 0) {
            return false;
        }
        try {
            Bytes der = Bytes.of(certificate.getEncoded());
            return DigestAlgorithm.ofOid(
                            certificates[0].getHashAlgorithm().getAlgorithm().getId())
                    .map(algorithm -> algorithm.digest(der.toArray()).value())
                    .filter(Bytes.of(certificates[0].getCertHash())::equals)
                    .isPresent();
        } catch (CertificateEncodingException e) {
            return false;
        }
    }
}
