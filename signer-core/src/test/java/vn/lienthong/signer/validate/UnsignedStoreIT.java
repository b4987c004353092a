package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.ades.AdesFixture;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;

/** A PDF's document security store is added after signing: each stream in it is evidence of somebody known. */
class UnsignedStoreIT {
    private static final byte[] JUNK = "Chi 900 triệu".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private static AdesFixture fixture;
    private static SignatureValidator validator;
    private static TestPki strangers;
    private static byte[] pdf;

    @BeforeAll
    static void sign() throws IOException {
        fixture = new AdesFixture(folder);
        validator = fixture.validator();
        strangers = TestPki.of("Người lạ", fixture.clock.instant());
        pdf = Files.readAllBytes(signed(SignatureLevel.BASELINE_T));
    }

    private static Path signed(SignatureLevel level) throws IOException {
        Path signed = folder.resolve(level + ".pdf");
        Files.deleteIfExists(signed);
        assertThat(fixture.sign(SignatureForm.PADES, level, SignatureScheme.ECDSA_SHA256, signed))
                .isInstanceOf(Signed.class);
        return signed;
    }

    /** An update that adds a store with one stream. */
    private static byte[] with(String store, byte[] octets, boolean packed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSStream stream = document.getDocument().createCOSStream();
            try (var in = packed ? stream.createOutputStream(COSName.FLATE_DECODE) : stream.createRawOutputStream()) {
                in.write(octets);
            }
            COSArray streams = new COSArray();
            streams.add(stream);
            COSDictionary security = new COSDictionary();
            security.setItem(COSName.getPDFName(store), streams);
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            catalog.setItem(COSName.getPDFName("DSS"), security);
            catalog.setNeedToBeUpdated(true);
            security.setNeedToBeUpdated(true);
            streams.setNeedToBeUpdated(true);
            stream.setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }
        return out.toByteArray();
    }

    private static ValidationOutcome outcome(byte[] document) throws IOException {
        return validator.validate(Files.write(folder.resolve("document.pdf"), document));
    }

    private static boolean isValid(ValidationOutcome outcome) {
        return outcome instanceof Judged judged && judged.report().verdict() == Verdict.VALID;
    }

    @TestFactory
    Stream<DynamicTest> noneIsValid() throws IOException, CertificateEncodingException {
        Map<String, byte[]> attacks = new LinkedHashMap<>();
        byte[] certificate = strangers.root().getEncoded();
        byte[] response =
                strangers.ocsp(strangers.issue(Profile.signer("Người lạ")).certificate());
        for (boolean packed : new boolean[] {false, true}) {
            for (String store : new String[] {"Certs", "CRLs", "OCSPs"}) {
                attacks.put("junk in " + store + packed, with(store, JUNK, packed));
            }
            attacks.put("certificate of a stranger " + packed, with("Certs", certificate, packed));
            attacks.put("list of a stranger " + packed, with("CRLs", strangers.crl(), packed));
            attacks.put("response of a stranger " + packed, with("OCSPs", response, packed));
        }
        return attacks.entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(attack.getKey(), () -> {
                    ValidationOutcome outcome = outcome(attack.getValue());
                    assertThat(isValid(outcome)).as(outcome.toString()).isFalse();
                }));
    }

    @Test
    void evidenceOfTheRightAuthoritiesIsValid() throws IOException, CertificateEncodingException {
        byte[] response = fixture.pki.ocsp(
                fixture.key(SignatureScheme.ECDSA_SHA256).chain().getFirst());
        for (boolean packed : new boolean[] {false, true}) {
            for (byte[] document : new byte[][] {
                with("Certs", fixture.pki.intermediate().getEncoded(), packed),
                with("CRLs", fixture.pki.crl(), packed),
                with("OCSPs", response, packed)
            }) {
                ValidationOutcome outcome = outcome(document);
                assertThat(isValid(outcome)).as(outcome.toString()).isTrue();
            }
        }
    }

    @Test
    void everyLevelIsValid() throws IOException {
        for (SignatureLevel level : SignatureLevel.values()) {
            ValidationOutcome outcome = outcome(Files.readAllBytes(signed(level)));
            assertThat(isValid(outcome)).as(level + " " + outcome).isTrue();
        }
    }
}
