package vn.lienthong.signer.sign.ades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.AdesRequest;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.xades.RandomDocuments;
import vn.lienthong.signer.testpki.DssJudge;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.timestamp.TimestampOutcome;
import vn.lienthong.signer.timestamp.TimestampOutcome.DownReason;
import vn.lienthong.signer.validate.Verdict;

/** XML documents that are signed without a library: their octets stay, DSS and xmlsec1 accept, and nothing else is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnvelopedXadesIT {
    private static final String PROPERTIES = "http://uri.etsi.org/01903/v1.3.2#:SignedProperties";
    private static final SignatureScheme[] SCHEMES = {
        SignatureScheme.RSA_PKCS1_SHA256, SignatureScheme.ECDSA_SHA256, SignatureScheme.ECDSA_SHA384
    };

    private Path folder;
    private AdesFixture fixture;
    private int files;

    @BeforeAll
    void setUp(@TempDir Path temporary) {
        folder = temporary;
        fixture = new AdesFixture(folder);
    }

    @Test
    void strangersAcceptManyDocumentsWhoseOctetsStay() throws Exception {
        for (int seed = 0; seed < 40; seed++) {
            String document = RandomDocuments.document(seed);
            SignatureLevel level = seed % 3 == 0 ? SignatureLevel.BASELINE_T : SignatureLevel.BASELINE_B;
            Path signed = signed(document.getBytes(StandardCharsets.UTF_8), level, SCHEMES[seed % SCHEMES.length]);
            String text = Files.readString(signed);
            int begin = text.lastIndexOf("<ds:Signature xmlns:ds=");
            int end = text.lastIndexOf("</ds:Signature>") + "</ds:Signature>".length();
            assertThat(text.substring(0, begin) + text.substring(end)).isEqualTo(document);
            assertThat(DssJudge.failures(
                            signed, List.of(), fixture.pki, AdesFixture.format(SignatureForm.XADES_ENVELOPED, level)))
                    .as(document)
                    .isEmpty();
            // libxml2 writes the name of a namespace into the canonical form without its escapes
            if (!document.contains("a=1&amp;b=2")) {
                assertThat(xmlsec(signed)).as(document).contains("OK").doesNotContain("FAIL");
            }
        }
    }

    /** Whatever xmlsec1 would refuse for it is not signed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a b/",
                "urn:văn-bản",
                "http://[::1/",
                "http://a:cong/",
                "http://a/%zz",
                "urn:a[1]",
                "tuong-doi",
                "../len",
                ":khong",
                "http://a/\\b",
                "http://a/{b}",
                "1a:b",
                "urn:a#b#c"
            })
    void refusesNamespacesThatAreNoUris(String name) throws Exception {
        Path document = Files.writeString(
                folder.resolve("names-" + files++ + ".xml"), "<a xmlns:b=\"" + name + "\"><c>1</c></a>");
        Path signed = folder.resolve("names-" + files + "-signed.xml");
        int before = fixture.token.signatures();
        AdesRequest request = AdesFixture.request(
                SignatureForm.XADES_ENVELOPED,
                SignatureLevel.BASELINE_B,
                fixture.key(SCHEMES[1]),
                List.of(new NamedDocument("names.xml", document)),
                signed);
        assertThat(fixture.signer().sign(request))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(SignRefusal.DOCUMENT_MALFORMED));
        assertThat(fixture.token.signatures()).isEqualTo(before);
        assertThat(signed).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.w3.org/2001/XMLSchema", "urn:oid:1.2.3", "urn:v%C4%83n-b%E1%BA%A3n", "a+b.c-d:e;f=g,h",
                "http://a:8080/b?c=d#f", "tag:a@b.vn,2026:c", "http:///khong-may", "http://a_b/c"
            })
    void signsThoseThatAre(String name) throws Exception {
        byte[] document = ("<a xmlns:b=\"" + name + "\"><c>1</c></a>").getBytes(StandardCharsets.UTF_8);
        Path signed = signed(document, SignatureLevel.BASELINE_B, SCHEMES[1]);
        assertThat(xmlsec(signed)).as(name).contains("OK").doesNotContain("FAIL");
    }

    @Test
    void everyChangeOfTheSignedPartIsSeen() throws Exception {
        Path signed = signed(AdesFixture.XML.getBytes(StandardCharsets.UTF_8), SignatureLevel.BASELINE_B, SCHEMES[1]);
        String text = Files.readString(signed);
        for (String[] change : new String[][] {
            {"12/UBND-VP", "13/UBND-VP"},
            {"<so>", "<so a=\"\">"},
            {"</congVan>", " </congVan>"},
            {"text/xml", "text/xmm"},
            {"<congVan ", "<?x?><congVan "},
            {"xades:SigningTime>20", "xades:SigningTime>19"}
        }) {
            assertThat(text).contains(change[0]);
            Files.writeString(signed, text.replace(change[0], change[1]));
            assertThat(fixture.report(signed, Optional.empty()).verdict())
                    .as(change[1])
                    .isEqualTo(Verdict.INVALID);
            assertThat(xmlsec(signed)).as(change[1]).doesNotContain("OK\n");
        }
    }

    @Test
    void saysWhereItWasSigned() throws Exception {
        Path document = Files.writeString(folder.resolve("where.xml"), AdesFixture.XML);
        Path signed = folder.resolve("where-signed.xml");
        SignatureDetails details = new SignatureDetails("", "", "Bắc Kạn <&> \"2\"", "");
        AdesRequest request = new AdesRequest(
                List.of(new NamedDocument("where.xml", document)),
                signed,
                fixture.key(SCHEMES[1]),
                SignatureForm.XADES_ENVELOPED,
                SignatureLevel.BASELINE_B,
                details,
                Optional.empty(),
                Optional.empty());
        assertThat(fixture.signer().sign(request)).isInstanceOf(Signed.class);
        assertThat(DssJudge.failures(signed, List.of(), fixture.pki, "XAdES-BASELINE-B"))
                .isEmpty();
        assertThat(Files.readString(signed)).contains("<xades:City>Bắc Kạn &lt;&amp;&gt; \"2\"</xades:City>");
    }

    /** What the own code does not do is done by DSS, and it does not show. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<congVan/>",
                "<congVan></congVan><!-- behind -->",
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><congVan>é</congVan>"
            })
    void signsByDssWhatIsNotPlain(String document) throws Exception {
        Charset charset = document.contains("8859") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        Path signed = signed(document.getBytes(charset), SignatureLevel.BASELINE_B, SCHEMES[0]);
        assertThat(DssJudge.failures(signed, List.of(), fixture.pki, "XAdES-BASELINE-B"))
                .isEmpty();
    }

    @Test
    void aSecondSignatureLeavesTheFirstOneWhole() throws Exception {
        Path first = signed(AdesFixture.XML.getBytes(StandardCharsets.UTF_8), SignatureLevel.BASELINE_T, SCHEMES[0]);
        Path second = signed(Files.readAllBytes(first), SignatureLevel.BASELINE_T, SCHEMES[1]);
        assertThat(Files.readString(second).split("<ds:SignatureValue", -1)).hasSize(3);
        assertThat(DssJudge.failures(second, List.of(), fixture.pki, "XAdES-BASELINE-T"))
                .isEmpty();
        assertThat(fixture.report(second, Optional.empty()).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void leavesNoFileBehindWhereThereIsNoTimestamp() throws Exception {
        Path document = Files.writeString(folder.resolve("down.xml"), AdesFixture.XML);
        Path signed = folder.resolve("down-signed.xml");
        SignDocumentOutcome outcome = fixture.signer(
                        imprint -> new TimestampOutcome.TimestampDown(
                                DownReason.values()[0], Duration.ofSeconds(1), "down"),
                        fixture.revocation(),
                        AdesLimits.DEFAULT)
                .sign(AdesFixture.request(
                        SignatureForm.XADES_ENVELOPED,
                        SignatureLevel.BASELINE_T,
                        fixture.key(SCHEMES[1]),
                        List.of(new NamedDocument("down.xml", document)),
                        signed));
        assertThat(outcome).isInstanceOf(SignDocumentOutcome.TimestampDown.class);
        assertThat(signed).doesNotExist();
        assertThat(folder.toFile().list((dir, name) -> name.startsWith("ades"))).isEmpty();
    }

    private Path signed(byte[] document, SignatureLevel level, SignatureScheme scheme) throws Exception {
        Path file = Files.write(folder.resolve("document-" + ++files + ".xml"), document);
        Path signed = folder.resolve("signed-" + files + ".xml");
        SignDocumentOutcome outcome = fixture.signer()
                .sign(AdesFixture.request(
                        SignatureForm.XADES_ENVELOPED,
                        level,
                        fixture.key(scheme),
                        List.of(new NamedDocument(file.getFileName().toString(), file)),
                        signed));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Signed.class,
                        made -> assertThat(made.length())
                                .isEqualTo(signed.toFile().length()));
        assertThat(((Signed) outcome).digest()).isEqualTo(DigestAlgorithm.SHA256.digest(Files.readAllBytes(signed)));
        return signed;
    }

    private String xmlsec(Path signed) {
        return Stranger.run(
                        folder,
                        "xmlsec1",
                        "--verify",
                        "--id-attr:Id",
                        PROPERTIES,
                        "--trusted-pem",
                        folder.resolve("root.pem").toString(),
                        signed.toString())
                .said();
    }
}
