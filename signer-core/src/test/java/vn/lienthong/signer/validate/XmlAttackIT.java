package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.xml.crypto.dsig.Reference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.testpki.Pem;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;

/** XML signature wrapping and its kin: no file of the corpus is called valid, and each is refused for its own fault. */
class XmlAttackIT {
    @TempDir
    static Path folder;

    private static DssSigner signer;
    private static SignatureValidator validator;

    @BeforeAll
    static void trust() {
        signer = new DssSigner();
        validator = signer.validator(folder);
    }

    private static Path file(String name, byte[] octets) throws IOException {
        return Files.write(folder.resolve(name), octets);
    }

    @TestFactory
    Stream<DynamicTest> noneIsValid() {
        return XmlAttacks.by(signer).entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> refuses(entry.getKey() + ".xml", entry.getValue())));
    }

    private static void refuses(String name, Attack attack) throws IOException {
        assertThat(validator.validate(file(name, attack.file().toArray())))
                .isInstanceOfSatisfying(Judged.class, judged -> {
                    SignatureReport report = judged.report();
                    assertThat(report.verdict()).as(report.toString()).isNotEqualTo(Verdict.VALID);
                    attack.expected()
                            .ifPresent(code -> assertThat(report.findings())
                                    .as(report.toString())
                                    .extracting(Finding::code)
                                    .contains(code));
                });
    }

    /** The attacks are real: a program that looks at digests and at the signature value alone finds nothing wrong. */
    @Test
    void xmlsec1FindsTheSignaturesOfAttacksRight() throws IOException {
        Pem.write(folder.resolve("root.pem"), List.of(signer.pki.root()));
        Map<String, Attack> attacks = XmlAttacks.by(signer);
        for (String name : List.of(
                "comment-splits-text",
                "enveloped-with-unsigned-object",
                "enveloping-with-second-object",
                "xpath-of-other-words-1",
                "base64-in-element-that-is-not-signed",
                "unsigned-property-of-no-kind")) {
            Path file = file(name + ".xml", attacks.get(name).file().toArray());
            Stranger xmlsec = Stranger.run(
                    folder,
                    "xmlsec1",
                    "--verify",
                    "--trusted-pem",
                    "root.pem",
                    "--id-attr:Id",
                    XadesForge.XADES + ":SignedProperties",
                    "--id-attr:Id",
                    XadesForge.DSIG + ":Object",
                    file.toString());
            assertThat(xmlsec.exitStatus()).as(name + " " + xmlsec.said()).isZero();
        }
    }

    @Test
    void nothingThatASignatureRefersToIsFetched() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            Path secret = file("secret.txt", "bí mật".getBytes(StandardCharsets.UTF_8));
            String http = "http://127.0.0.1:" + server.getAddress().getPort() + "/cv.xml";
            for (String uri : List.of(http, secret.toUri().toString(), secret.toString(), "secret.txt")) {
                XadesForge forge = new XadesForge(signer.official, signer.now);
                Document empty = XadesForge.parse("<x/>");
                empty.removeChild(empty.getDocumentElement());
                Reference known = forge.factory.newReference(
                        uri,
                        forge.factory.newDigestMethod("http://www.w3.org/2001/04/xmlenc#sha256", null),
                        List.of(),
                        null,
                        null,
                        java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(secret)));
                byte[] signed = XadesForge.octets(forge.sign(empty, empty, List.of(known), List.of()));
                ValidationOutcome outcome = validator.validate(file("external.xml", signed));
                assertThat(outcome).isInstanceOfSatisfying(Judged.class, judged -> {
                    assertThat(judged.report().verdict()).as(uri).isEqualTo(Verdict.INDETERMINATE);
                    assertThat(judged.report().signatures().getFirst().subIndication())
                            .isEqualTo("SIGNED_DATA_NOT_FOUND");
                });
            }
            assertThat(asked).hasValue(0);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void contentBesideASignatureThatDoesNotSignItIsNotValid() throws IOException {
        Path other = file("khac.txt", "Chi 900".getBytes(StandardCharsets.UTF_8));
        byte[] letter = XmlAttacks.LETTER.getBytes(StandardCharsets.UTF_8);
        for (SignaturePackaging packaging : List.of(SignaturePackaging.ENVELOPED, SignaturePackaging.ENVELOPING)) {
            Path signed = file("signed.xml", signer.xades(letter, packaging));
            assertThat(validator.validate(signed, other))
                    .isInstanceOfSatisfying(
                            Judged.class,
                            judged -> assertThat(judged.report().findings())
                                    .extracting(Finding::code)
                                    .containsExactly(FindingCode.DETACHED_CONTENT_NOT_SIGNED));
        }
        Path detached = file("detached.xml", signer.xades(letter, SignaturePackaging.DETACHED));
        assertThat(validator.validate(detached, other))
                .isInstanceOfSatisfying(
                        Judged.class,
                        judged -> assertThat(judged.report().verdict()).isEqualTo(Verdict.INVALID));
    }

    @Test
    void tooManyReferencesAreNotFollowed() throws IOException {
        XadesForge forge = new XadesForge(signer.official, signer.now);
        Reference[] many = new Reference[201];
        for (int i = 0; i < many.length; i++) {
            many[i] = forge.reference("", forge.enveloped(), forge.exclusive());
        }
        byte[] signed = XadesForge.octets(forge.enveloped(XmlAttacks.LETTER, many));
        assertThat(validator.validate(file("many.xml", signed)))
                .isEqualTo(new ValidationOutcome.Unreadable(ValidationOutcome.Reason.HOSTILE_XML));
    }

    /** Two certificates of one issuer and serial number: which one counts would depend on the reader. */
    @Test
    void doubledCertificateIsNotValid() throws IOException {
        String letter = XmlAttacks.LETTER;
        XadesForge forge = new XadesForge(signer.official, signer.now);
        Document signed = forge.enveloped(
                letter,
                forge.reference("", forge.xpath("not(ancestor-or-self::ds:Signature)", Map.of("ds", XadesForge.DSIG))));
        Element data = (Element)
                signed.getElementsByTagNameNS(XadesForge.DSIG, "X509Data").item(0);
        Element first = (Element)
                data.getElementsByTagNameNS(XadesForge.DSIG, "X509Certificate").item(0);
        byte[] twin = java.util.Base64.getMimeDecoder().decode(first.getTextContent());
        twin[twin.length - 1] ^= 1;
        Element second = (Element) first.cloneNode(false);
        second.setTextContent(java.util.Base64.getEncoder().encodeToString(twin));
        data.insertBefore(second, first);
        refuses(
                "certificate-doubled.xml",
                new Attack(
                        Bytes.of(XadesForge.octets(signed)), java.util.Optional.of(FindingCode.CERTIFICATE_DOUBLED)));
    }
}
