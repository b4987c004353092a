package vn.lienthong.signer.sign.xades;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.token.CertifiedKey;

/**
 * What the signatures of one key have in common, written once. Immutable.
 *
 * @param keyInfo the element ds:KeyInfo with the key's certificates
 * @param signingCertificate the element xades:SigningCertificateV2 in canonical form
 */
record SignerText(String keyInfo, String signingCertificate) {
    private static final DigestAlgorithm DIGEST = DigestAlgorithm.SHA512;

    static SignerText of(CertifiedKey key) {
        return new SignerText(keyInfo(key), signingCertificate(key.certificate()));
    }

    private static String keyInfo(CertifiedKey key) {
        StringBuilder text = new StringBuilder("<ds:KeyInfo><ds:X509Data>");
        for (X509Certificate certificate : key.chain()) {
            text.append("<ds:X509Certificate>")
                    .append(base64(encoded(certificate)))
                    .append("</ds:X509Certificate>");
        }
        return text.append("</ds:X509Data></ds:KeyInfo>").toString();
    }

    /** Source: ETSI EN 319 132-1 §5.2.2. */
    private static String signingCertificate(X509Certificate certificate) {
        X500Name issuer =
                X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
        IssuerSerial issuerSerial = new IssuerSerial(
                new GeneralNames(new GeneralName(issuer)), new ASN1Integer(certificate.getSerialNumber()));
        return "<xades:SigningCertificateV2><xades:Cert><xades:CertDigest>"
                + XadesText.digest(DIGEST, DIGEST.digest(encoded(certificate)).value())
                + "</xades:CertDigest><xades:IssuerSerialV2>" + base64(der(issuerSerial))
                + "</xades:IssuerSerialV2></xades:Cert></xades:SigningCertificateV2>";
    }

    private static byte[] der(IssuerSerial value) {
        try {
            return value.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException("ASN.1 is encoded to memory", e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was decoded has its encoding", e);
        }
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
