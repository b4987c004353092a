package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.xades.signature.XAdESCounterSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.signer.testpki.Issued;
import vn.lienthong.signer.testpki.Pem;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;

/** XML that honest programs sign is valid: every packaging and level of DSS, several signers, and xmlsec1's own. */
class XmlHonestIT {
    private static final byte[] LETTER = XmlAttacks.LETTER.getBytes(StandardCharsets.UTF_8);
    private static final List<SignatureLevel> LEVELS = List.of(
            SignatureLevel.XAdES_BASELINE_B,
            SignatureLevel.XAdES_BASELINE_T,
            SignatureLevel.XAdES_BASELINE_LT,
            SignatureLevel.XAdES_BASELINE_LTA);

    @TempDir
    static Path folder;

    private static DssSigner signer;
    private static SignatureValidator validator;

    @BeforeAll
    static void trust() {
        signer = new DssSigner();
        validator = signer.validator(folder);
    }

    private static void isValid(String name, byte[] octets) throws IOException {
        isValid(name, validator.validate(Files.write(folder.resolve("honest.xml"), octets)));
    }

    private static void isValid(String name, ValidationOutcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Judged.class, judged -> {
            assertThat(judged.report().verdict())
                    .as(name + " " + judged.report())
                    .isEqualTo(Verdict.VALID);
            assertThat(judged.report().findings()).as(name).isEmpty();
        });
    }

    @Test
    void everyPackagingAndLevelOfDss() throws IOException {
        Path content = Files.write(folder.resolve("cv.xml"), LETTER);
        for (SignatureLevel level : LEVELS) {
            for (SignaturePackaging packaging : List.of(SignaturePackaging.ENVELOPED, SignaturePackaging.ENVELOPING)) {
                isValid(level + " " + packaging, signer.xades(LETTER, packaging, level, signer.official, p -> {}));
            }
            Path detached = Files.write(
                    folder.resolve("detached.xml"),
                    signer.xades(LETTER, SignaturePackaging.DETACHED, level, signer.official, p -> {}));
            isValid(level + " detached", validator.validate(detached, content));
        }
    }

    @Test
    void embeddedXmlAndManifest() throws IOException {
        isValid(
                "XML in an Object",
                signer.xades(
                        LETTER,
                        SignaturePackaging.ENVELOPING,
                        SignatureLevel.XAdES_BASELINE_B,
                        signer.official,
                        p -> p.setEmbedXML(true)));
    }

    @Test
    void severalSigners() throws IOException {
        Issued third = signer.pki.issue(Profile.signer("Lê Văn Cường"));
        byte[] once = signer.xades(LETTER, SignaturePackaging.ENVELOPED);
        byte[] twice = signer.xades(
                once, SignaturePackaging.ENVELOPED, SignatureLevel.XAdES_BASELINE_LTA, signer.other, p -> {});
        isValid("two signers", twice);
        isValid(
                "three signers",
                signer.xades(twice, SignaturePackaging.ENVELOPED, SignatureLevel.XAdES_BASELINE_B, third, p -> {}));
    }

    @Test
    void counterSignature() throws IOException {
        byte[] signed = signer.xades(LETTER, SignaturePackaging.ENVELOPED);
        String id = XadesForge.signature(XadesForge.parse(new String(signed, StandardCharsets.UTF_8)))
                .getAttribute("Id");
        XAdESCounterSignatureParameters parameters = new XAdESCounterSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        parameters.setSignatureIdToCounterSign(id);
        signer.prepare(parameters, signer.other);
        XAdESService service = new XAdESService(signer.verifier());
        InMemoryDocument document = new InMemoryDocument(signed, "cv.xml");
        var toBeSigned = service.getDataToBeCounterSigned(document, parameters);
        isValid(
                "counter-signed",
                DSSUtils.toByteArray(service.counterSignSignature(
                        document, parameters, DssSigner.value(toBeSigned, parameters, signer.other))));
    }

    @Test
    void everyHonestFormOfReference() throws IOException {
        XadesForge forge = new XadesForge(signer.official, signer.now);
        String letter = XmlAttacks.LETTER;
        Map<String, String> ds = Map.of("ds", XadesForge.DSIG);
        isValid("by Id", XadesForge.octets(forge.enveloped(letter, forge.reference("#cv", forge.enveloped()))));
        isValid("whole", XadesForge.octets(forge.enveloped(letter, forge.reference("", forge.enveloped()))));
        isValid(
                "XPointer",
                XadesForge.octets(forge.enveloped(
                        letter, forge.reference("#xpointer(/)", forge.enveloped(), forge.exclusive()))));
        isValid(
                "XPath",
                XadesForge.octets(forge.enveloped(
                        letter, forge.reference("", forge.xpath("not(ancestor-or-self::ds:Signature)", ds)))));
        isValid("Object", XadesForge.octets(forge.enveloping(letter, forge.reference("#o"))));
        Document described = XadesForge.parse("<x/>");
        described.removeChild(described.getDocumentElement());
        isValid(
                "Object with a description that is signed",
                XadesForge.octets(forge.sign(
                        described,
                        described,
                        List.of(forge.reference("#o")),
                        List.of(forge.factory.newXMLObject(
                                forge.object(described, "o", letter).getContent(),
                                "o",
                                "application/vnd.lienthong.cong-van; version=2",
                                null)))));
        isValid("content of an Object", XadesForge.octets(forge.enveloping(letter, forge.reference("#cv"))));
        isValid(
                "XPointer to an Object",
                XadesForge.octets(forge.enveloping(letter, forge.reference("#xpointer(id('o'))"))));
        isValid("base64", XadesForge.octets(forge.enveloping("Q2hpIDEwMA==", forge.reference("#o", forge.base64()))));
    }

    @Test
    void commentsAreToldOfAndPass() throws IOException {
        byte[] signed = signer.xades(
                "<!-- mẫu --><congVan><!-- số --><so>12</so></congVan>".getBytes(StandardCharsets.UTF_8),
                SignaturePackaging.ENVELOPED);
        assertThat(validator.validate(Files.write(folder.resolve("comments.xml"), signed)))
                .isInstanceOfSatisfying(Judged.class, judged -> {
                    assertThat(judged.report().verdict()).isEqualTo(Verdict.VALID);
                    assertThat(judged.report().findings())
                            .extracting(Finding::code)
                            .containsExactly(FindingCode.COMMENT_NOT_SIGNED);
                });
    }

    /** xmlsec1 signs a template of XAdES: another program's bytes, white space and prefixes. */
    @Test
    void whatXmlsec1Signs() throws IOException {
        XadesForge forge = new XadesForge(signer.other, signer.now);
        forge.method = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
        Document template =
                forge.enveloped(XmlAttacks.LETTER, forge.reference("", forge.enveloped(), forge.exclusive()));
        for (String emptied : List.of("DigestValue", "SignatureValue")) {
            var elements = template.getElementsByTagNameNS(XadesForge.DSIG, emptied);
            for (int i = 0; i < elements.getLength(); i++) {
                Element element = (Element) elements.item(i);
                if (!element.getParentNode().getLocalName().equals("CertDigest")) {
                    element.setTextContent("");
                }
            }
        }
        Files.write(folder.resolve("template.xml"), XadesForge.octets(template));
        Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + java.util.Base64.getMimeEncoder()
                                .encodeToString(signer.other.privateKey().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        Pem.write(folder.resolve("other.pem"), List.of(signer.other.certificate()));
        Stranger xmlsec = Stranger.run(
                folder,
                "xmlsec1",
                "--sign",
                "--privkey-pem",
                "key.pem,other.pem",
                "--id-attr:Id",
                XadesForge.XADES + ":SignedProperties",
                "--output",
                "xmlsec.xml",
                "template.xml");
        assertThat(xmlsec.exitStatus()).as(xmlsec.said()).isZero();
        isValid("xmlsec1", Files.readAllBytes(folder.resolve("xmlsec.xml")));
    }
}
