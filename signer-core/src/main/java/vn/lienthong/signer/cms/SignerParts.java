package vn.lienthong.signer.cms;

import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.token.CertifiedKey;

/** What every signature of one key has in common, encoded once. Nobody changes the arrays; thread-safe. */
final class SignerParts {
    /** Of the signer, by issuer and serial number. */
    final byte[] identifier;

    final byte[] digestAlgorithm;
    final byte[] signatureAlgorithm;
    /** The signed attribute signing-certificate-v2. */
    final byte[] signingCertificate;
    /** The key's certificates as CMS holds them, with their tag. */
    final byte[] chain;

    private SignerParts(CertifiedKey key) {
        X509Certificate own = key.certificate();
        X500Name issuer = X500Name.getInstance(own.getIssuerX500Principal().getEncoded());
        identifier = Der.of(new IssuerAndSerialNumber(issuer, own.getSerialNumber()));
        digestAlgorithm = Der.of(CmsAlgorithms.of(key.scheme().digest()));
        signatureAlgorithm = Der.of(CmsAlgorithms.of(key.scheme()));
        signingCertificate = SignedAttributes.attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, Der.of(signingCertificate(own, issuer)));
        chain = certificateSet(key.chain());
    }

    static SignerParts of(CertifiedKey key) {
        return new SignerParts(key);
    }

    /** RFC 5652 §5.1: certificates [0] IMPLICIT, a SET OF; nothing at all if there are none. */
    static byte[] certificateSet(List<X509Certificate> certificates) {
        if (certificates.isEmpty()) {
            return new byte[0];
        }
        byte[] set =
                Der.setOf(certificates.stream().map(SignedAttributes::encoded).toList());
        set[0] = (byte) Der.CONTEXT_0;
        return set;
    }

    /** RFC 5035 §3: SHA-256 is the default hash and is left out. */
    private static SigningCertificateV2 signingCertificate(X509Certificate signer, X500Name issuer) {
        byte[] hash = DigestAlgorithm.SHA256
                .digest(SignedAttributes.encoded(signer))
                .value()
                .toArray();
        IssuerSerial issuerSerial =
                new IssuerSerial(new GeneralNames(new GeneralName(issuer)), new ASN1Integer(signer.getSerialNumber()));
        return new SigningCertificateV2(new ESSCertIDv2(hash, issuerSerial));
    }
}
