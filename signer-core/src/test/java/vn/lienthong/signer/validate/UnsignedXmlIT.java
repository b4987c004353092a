package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;

/** What stands unsigned in an XML signature is borne out by a certificate, has one form, or keeps it from being valid. */
class UnsignedXmlIT {
    private static final String SUBJECT = "C=VN,O=Liên Thông thử nghiệm,CN=Nguyễn Văn An";

    @TempDir
    static Path folder;

    private static DssSigner signer;
    private static SignatureValidator validator;
    private static String xml;

    @BeforeAll
    static void sign() {
        signer = new DssSigner();
        validator = signer.validator(folder);
        xml = new String(
                signer.xades(
                        ValidationFixture.XML,
                        SignaturePackaging.ENVELOPED,
                        SignatureLevel.XAdES_BASELINE_LT,
                        signer.official,
                        p -> {}),
                StandardCharsets.UTF_8);
    }

    private static String in(String element, String inserted) {
        return before("</" + element + ">", inserted);
    }

    private static String before(String place, String inserted) {
        int at = xml.indexOf(place);
        assertThat(at).as(place).isPositive();
        return xml.substring(0, at) + inserted + xml.substring(at);
    }

    private static String withAttribute(String element, String attribute) {
        assertThat(xml).contains("<" + element);
        return xml.replaceFirst("<" + element, "<" + element + " " + attribute);
    }

    private static Map<String, String> attacks() {
        Map<String, String> attacks = new LinkedHashMap<>();
        attacks.put("key-name", in("ds:KeyInfo", "<ds:KeyName>Chủ tịch</ds:KeyName>"));
        attacks.put("subject-of-another", in("ds:X509Data", "<ds:X509SubjectName>CN=Ai đó</ds:X509SubjectName>"));
        attacks.put(
                "serial-of-another",
                in(
                        "ds:X509Data",
                        serial(
                                signer.official
                                        .certificate()
                                        .getIssuerX500Principal()
                                        .getName(),
                                "7")));
        attacks.put("serial-by-another", in("ds:X509Data", serial("CN=Ai đó", serialNumber())));
        attacks.put("key-identifier-of-another", in("ds:X509Data", "<ds:X509SKI>AAAA</ds:X509SKI>"));
        attacks.put(
                "key-of-another",
                in("ds:KeyInfo", ecKey((ECPublicKey) signer.pki.intermediate().getPublicKey(), new byte[65])));
        attacks.put(
                "rsa-key-of-another",
                in(
                        "ds:KeyInfo",
                        "<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AQAB</ds:Modulus><ds:Exponent>AQAB</ds:Exponent>"
                                + "</ds:RSAKeyValue></ds:KeyValue>"));
        attacks.put(
                "text-in-certificate-values",
                in("xades:UnsignedSignatureProperties", "<xades:CertificateValues>Chi 900</xades:CertificateValues>"));
        attacks.put(
                "text-in-revocation-values",
                in("xades:RevocationValues", "<xades:OCSPValues>Chi 900</xades:OCSPValues>"));
        attacks.put(
                "description-in-certificate-values",
                in("xades:CertificateValues", "<xades:Description>Chi 900</xades:Description>"));
        attacks.put(
                "references",
                in(
                        "xades:UnsignedSignatureProperties",
                        "<xades:CompleteCertificateRefs><xades:CertRefs/></xades:CompleteCertificateRefs>"));
        attacks.put(
                "policy-of-nobody",
                in(
                        "xades:UnsignedSignatureProperties",
                        "<p:SignaturePolicyStore xmlns:p='http://uri.etsi.org/01903/v1.4.1#'><p:SPDocSpecification>"
                                + "<xades:Identifier>urn:x</xades:Identifier><xades:Description>Chi 900</xades:Description>"
                                + "</p:SPDocSpecification><p:SignaturePolicyDocument>AAAA</p:SignaturePolicyDocument>"
                                + "</p:SignaturePolicyStore>"));
        attacks.put("include-in-timestamp", in("xades:SignatureTimeStamp", "<xades:Include URI='#chi-900'/>"));
        attacks.put("signature-value-with-junk", in("ds:SignatureValue", "(!)"));
        attacks.put("certificate-with-junk", in("ds:X509Certificate", "(!)"));
        attacks.put("timestamp-with-junk", in("xades:EncapsulatedTimeStamp", "(!)"));
        attacks.put("text-in-timestamp", in("xades:SignatureTimeStamp", "<ds:KeyName>Chi 900</ds:KeyName>"));
        attacks.put(
                "text-in-method",
                xml.replaceFirst(
                        "(<xades:SignatureTimeStamp[^>]*><ds:CanonicalizationMethod [^>]*)/>",
                        "$1>Chi 900</ds:CanonicalizationMethod>"));
        attacks.put("id-with-a-message", withAttribute("ds:KeyInfo", "Id='Chi 900'"));
        attacks.put("media-type-with-a-message", withAttribute("ds:Object", "MimeType='Chi 900'"));
        attacks.put("encoding-with-a-message", withAttribute("ds:Object", "Encoding='Chi 900'"));
        attacks.put("type-with-a-message", withAttribute("ds:KeyInfo", "Type='Chi 900'"));
        attacks.put("uri-with-a-message", withAttribute("ds:KeyInfo", "URI='Chi 900'"));
        attacks.put("target-with-a-message", withAttribute("xades:UnsignedProperties", "Target='Chi 900'"));
        attacks.put("namespace-with-a-message", withAttribute("ds:KeyInfo", "xmlns:x='Chi 900'"));
        attacks.put(
                "namespace-with-a-message-in-properties",
                withAttribute("xades:CertificateValues", "xmlns:x='urn:chi:900'"));
        attacks.put(
                "default-namespace-with-a-message", withAttribute("xades:CertificateValues", "xmlns='urn:chi:900'"));
        attacks.put(
                "schema-with-a-message",
                withAttribute("xades:UnsignedProperties", schemas("http://uri.etsi.org/01903/v1.3.2# Chi-900")));
        attacks.put("schema-of-a-message", withAttribute("xades:UnsignedProperties", schemas("urn:chi:900 XAdES.xsd")));
        attacks.put(
                "media-type-with-a-message-behind",
                withAttribute("ds:Object", "MimeType='text/xml; charset=utf-8 Chi 900'"));
        attacks.put("subject-with-words-before-it", subject(SUBJECT.replace("C=", "Đã duyệt chi 900=")));
        attacks.put("subject-with-other-types", subject(SUBJECT.replace("O=", "OU=")));
        attacks.put("subject-with-another-identifier", subject(SUBJECT.replace("O=", "OID.2.5.4.11=")));
        attacks.put("subject-with-a-value-twice", subject(SUBJECT + ",C=VN"));
        attacks.put("key-name-of-the-issuer", in("ds:KeyInfo", "<ds:KeyName>" + issuer() + "</ds:KeyName>"));
        attacks.put("key-of-the-issuer", in("ds:KeyInfo", ecKey(signer.pki.intermediate())));
        attacks.put(
                "subject-of-another-whose-certificate-is-there",
                in(
                        "ds:X509Data",
                        "<ds:X509SubjectName>"
                                + signer.other
                                        .certificate()
                                        .getSubjectX500Principal()
                                        .getName()
                                + "</ds:X509SubjectName><ds:X509Certificate>"
                                + base64(signer.other.certificate()) + "</ds:X509Certificate>"));
        return attacks;
    }

    private static String schemas(String pairs) {
        return "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='" + pairs + "'";
    }

    private static String subject(String name) {
        return in("ds:X509Data", "<ds:X509SubjectName>" + name + "</ds:X509SubjectName>");
    }

    private static String issuer() {
        return signer.official.certificate().getIssuerX500Principal().getName();
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ecKey(X509Certificate certificate) {
        return ecKey((ECPublicKey) certificate.getPublicKey(), point(certificate));
    }

    private static byte[] point(X509Certificate certificate) {
        return SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded())
                .getPublicKeyData()
                .getOctets();
    }

    private static String serialNumber() {
        return signer.official.certificate().getSerialNumber().toString();
    }

    private static String serial(String issuer, String serial) {
        return "<ds:X509IssuerSerial><ds:X509IssuerName>" + issuer + "</ds:X509IssuerName><ds:X509SerialNumber>"
                + serial + "</ds:X509SerialNumber></ds:X509IssuerSerial>";
    }

    private static String ecKey(ECPublicKey key, byte[] point) {
        assertThat(key.getParams().getOrder().bitLength()).isEqualTo(256);
        return "<ds:KeyValue><d:ECKeyValue xmlns:d='http://www.w3.org/2009/xmldsig11#'>"
                + "<d:NamedCurve URI='urn:oid:1.2.840.10045.3.1.7'/><d:PublicKey>"
                + Base64.getEncoder().encodeToString(point) + "</d:PublicKey></d:ECKeyValue></ds:KeyValue>";
    }

    private static Map<String, String> honest() {
        X509Certificate certificate = signer.official.certificate();
        String issuer = certificate.getIssuerX500Principal().getName();
        Map<String, String> honest = new LinkedHashMap<>();
        honest.put("unchanged", xml);
        honest.put("name of the person", in("ds:KeyInfo", "<ds:KeyName>Nguyễn Văn An</ds:KeyName>"));
        honest.put(
                "subject by RFC 2253",
                in(
                        "ds:X509Data",
                        "<ds:X509SubjectName>"
                                + certificate.getSubjectX500Principal().getName() + "</ds:X509SubjectName>"));
        honest.put(
                "subject in the other order",
                in(
                        "ds:X509Data",
                        "<ds:X509SubjectName>C=VN, O=Liên Thông thử nghiệm, CN=\"Nguyễn Văn An\"</ds:X509SubjectName>"));
        honest.put("issuer and serial number", in("ds:X509Data", serial(issuer, serialNumber())));
        honest.put(
                "subject with identifiers",
                subject(SUBJECT.replace("C=", "2.5.4.6=").replace("O=", "oid.2.5.4.10 = ")));
        honest.put("subject of the issuer", subject(issuer));
        honest.put("key", in("ds:KeyInfo", ecKey(certificate)));
        honest.put(
                "usual namespaces",
                withAttribute(
                        "xades:UnsignedProperties",
                        "xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:a='http://uri.etsi.org/01903/v1.4.1#' "
                                + schemas("http://uri.etsi.org/01903/v1.3.2# XAdES.xsd")));
        honest.put("Id with a digit and a mark", withAttribute("ds:KeyInfo", "Id='1-khoa\u0301'"));
        honest.put("media type with a charset", withAttribute("ds:Object", "MimeType='text/xml; charset=utf-8'"));
        honest.put("namespace of the document", redeclared());
        honest.put(
                "key in DER",
                in(
                        "ds:KeyInfo",
                        "<d:DEREncodedKeyValue xmlns:d='http://www.w3.org/2009/xmldsig11#'>"
                                + Base64.getMimeEncoder()
                                        .encodeToString(
                                                certificate.getPublicKey().getEncoded())
                                + "</d:DEREncodedKeyValue>"));
        return honest;
    }

    /** A namespace that is declared, and so signed, around the signature. */
    private static String redeclared() {
        byte[] letter = "<a xmlns:x='urn:vn:cong-van'><x:so>12</x:so></a>".getBytes(StandardCharsets.UTF_8);
        String signed = new String(signer.xades(letter, SignaturePackaging.ENVELOPED), StandardCharsets.UTF_8);
        assertThat(signed).contains("<ds:KeyInfo");
        return signed.replaceFirst("<ds:KeyInfo", "<ds:KeyInfo xmlns:y='urn:vn:cong-van'");
    }

    private static Verdict verdict(String document) throws IOException {
        ValidationOutcome outcome = validator.validate(Files.writeString(folder.resolve("document"), document));
        return outcome instanceof Judged judged ? judged.report().verdict() : Verdict.INVALID;
    }

    @TestFactory
    Stream<DynamicTest> noneIsValid() {
        return attacks().entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(attack.getKey(), () -> {
                    assertThat(attack.getValue()).isNotEqualTo(xml);
                    assertThat(verdict(attack.getValue())).isNotEqualTo(Verdict.VALID);
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatACertificateBearsOutIsValid() {
        return honest().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(), () -> assertThat(verdict(one.getValue())).isEqualTo(Verdict.VALID)));
    }
}
