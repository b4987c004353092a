package vn.lienthong.signer.validate.xml;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Whether what KeyInfo says of keys and names is true of the signer's certificate, or of an issuer's above it. Nothing
 * signs it, and people are shown it.
 *
 * <p>Source: XMLDSig 1.1 §4.5.
 */
final class KeyInfoNames {
    /** The signer's, and above it that of its issuer, and so on; none if the signature does not say which it is. */
    private final List<X509CertificateHolder> path;

    KeyInfoNames(XmlNode signature) {
        this.path = SignerPath.of(signature);
    }

    /** The elements of KeyInfo that say something else: of the key and who has it, than the signer's certificate. */
    Stream<XmlNode> untrue(XmlNode keyInfo) {
        List<X509CertificateHolder> signer = path.subList(0, Math.min(1, path.size()));
        return keyInfo.descendants().filter(part -> switch (part.name()) {
            case "KeyName" -> none(signer, part, KeyInfoNames::isNameOf);
            case "X509SubjectName" -> none(path, part, (p, c) -> NameText.says(text(p), c.getSubject()));
            case "X509IssuerSerial" -> none(path, part, KeyInfoNames::isSerialOf);
            case "X509SKI" -> none(path, part, KeyInfoNames::isKeyIdentifierOf);
            case "RSAKeyValue" -> none(signer, part, KeyInfoNames::isRsaKeyOf);
            case "ECKeyValue" -> none(signer, part, KeyInfoNames::isEcKeyOf);
            case "DEREncodedKeyValue" -> none(signer, part, KeyInfoNames::isKeyOf);
            default -> false;
        });
    }

    private interface Saying {
        boolean isTrueOf(XmlNode part, X509CertificateHolder certificate) throws IOException;
    }

    private static boolean none(List<X509CertificateHolder> certificates, XmlNode part, Saying saying) {
        return certificates.stream().noneMatch(certificate -> {
            try {
                return saying.isTrueOf(part, certificate);
            } catch (IOException | RuntimeException e) {
                return false; // neither base64, nor numbers, nor a key of that kind
            }
        });
    }

    private static String text(XmlNode part) {
        return part.text().toString().strip();
    }

    private static byte[] octets(XmlNode part, String child) {
        return Base64.getMimeDecoder().decode(child(part, child).text().toString());
    }

    private static XmlNode child(XmlNode part, String name) {
        List<XmlNode> named =
                part.children().stream().filter(c -> c.name().equals(name)).toList();
        if (named.size() != 1) {
            throw new IllegalArgumentException("not one " + name);
        }
        return named.getFirst();
    }

    /** Programs write the subject there, or the name of the person. */
    private static boolean isNameOf(XmlNode part, X509CertificateHolder certificate) {
        String name = text(part);
        return NameText.says(name, certificate.getSubject())
                || Arrays.stream(certificate.getSubject().getRDNs(org.bouncycastle.asn1.x500.style.BCStyle.CN))
                        .anyMatch(rdn -> NameText.says(
                                "CN=\"" + name + "\"",
                                new org.bouncycastle.asn1.x500.X500Name(new org.bouncycastle.asn1.x500.RDN[] {rdn})));
    }

    private static boolean isSerialOf(XmlNode part, X509CertificateHolder certificate) {
        return new BigInteger(text(child(part, "X509SerialNumber"))).equals(certificate.getSerialNumber())
                && NameText.says(text(child(part, "X509IssuerName")), certificate.getIssuer());
    }

    private static boolean isKeyIdentifierOf(XmlNode part, X509CertificateHolder certificate) {
        Extension extension = certificate.getExtension(Extension.subjectKeyIdentifier);
        return extension != null
                && Arrays.equals(
                        ASN1OctetString.getInstance(extension.getParsedValue()).getOctets(),
                        Base64.getMimeDecoder().decode(text(part)));
    }

    private static boolean isRsaKeyOf(XmlNode part, X509CertificateHolder certificate) throws IOException {
        RSAPublicKey key =
                RSAPublicKey.getInstance(certificate.getSubjectPublicKeyInfo().parsePublicKey());
        return new BigInteger(1, octets(part, "Modulus")).equals(key.getModulus())
                && new BigInteger(1, octets(part, "Exponent")).equals(key.getPublicExponent());
    }

    private static boolean isEcKeyOf(XmlNode part, X509CertificateHolder certificate) {
        SubjectPublicKeyInfo key = certificate.getSubjectPublicKeyInfo();
        String curve = child(part, "NamedCurve").attribute("URI");
        return key.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                && curve.equals("urn:oid:"
                        + ASN1ObjectIdentifier.getInstance(key.getAlgorithm().getParameters())
                                .getId())
                && Arrays.equals(
                        octets(part, "PublicKey"), key.getPublicKeyData().getOctets());
    }

    private static boolean isKeyOf(XmlNode part, X509CertificateHolder certificate) throws IOException {
        return Arrays.equals(
                Base64.getMimeDecoder().decode(text(part)),
                certificate.getSubjectPublicKeyInfo().getEncoded(ASN1Encoding.DER));
    }
}
