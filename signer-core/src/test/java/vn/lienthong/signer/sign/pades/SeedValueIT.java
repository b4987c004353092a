package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.signer.seal.Placement;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.seal.sample.SampleSignature;
import vn.lienthong.signer.sign.Certification;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureLevel;

/** A field that asks for a certain signature: ISO 32000-2 §12.7.5.5, tables 237 and 238. */
class SeedValueIT {
    private static final String NAME = "chu-ky";
    private static final String REASON = "Ký ban hành";

    @TempDir
    static Path folder;

    private static SigningFixture fixture;
    private static int count;

    @BeforeAll
    static void setUp() {
        fixture = new SigningFixture(folder);
    }

    @AfterAll
    static void leavesNothingBehind() {
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".tmp"));
    }

    /** Constraints that a signature by the official's RSA key over SHA-256, at level T with the reason above, meets. */
    static Stream<Arguments> met() {
        return Stream.of(
                Arguments.of("nothing asked", seed((f, s) -> {})),
                Arguments.of("flags alone", seed((f, s) -> {}, 1, 2, 3, 5, 6, 7, 8, 9)),
                Arguments.of("flags alone", cert((f, c) -> {}, 1, 2, 3, 4, 6, 7)),
                Arguments.of("filter", seed((f, s) -> s.setName("Filter", "Adobe.PPKLite"), 1)),
                Arguments.of("another filter, recommended", seed((f, s) -> s.setName("Filter", "Another"))),
                Arguments.of(
                        "encoding",
                        seed((f, s) -> s.setItem("SubFilter", names("adbe.pkcs7.detached", "ETSI.CAdES.detached")), 2)),
                Arguments.of("version", seed((f, s) -> s.setItem("V", new COSFloat(2.0f)), 3)),
                Arguments.of("reason", seed((f, s) -> s.setItem("Reasons", texts("Họp", REASON)), 4)),
                Arguments.of(
                        "revocation data, not asked", seed((f, s) -> s.setItem("AddRevInfo", COSBoolean.FALSE), 6)),
                Arguments.of("digest", seed((f, s) -> s.setItem("DigestMethod", texts("SHA1", "SHA256")), 7)),
                Arguments.of("locking is left to us", seed((f, s) -> s.setName("LockDocument", "auto"), 8)),
                Arguments.of("an approval", seed((f, s) -> s.setItem("MDP", one("P", COSInteger.ZERO)))),
                Arguments.of("timestamp", seed((f, s) -> s.setItem("TimeStamp", one("Ff", COSInteger.ONE)))),
                Arguments.of("this certificate", cert((f, c) -> c.setItem("Subject", certificates(f, 0)), 1)),
                Arguments.of("its issuer", cert((f, c) -> c.setItem("Issuer", certificates(f, 1)), 2)),
                Arguments.of(
                        "its name",
                        cert((f, c) -> c.setItem("SubjectDN", array(one("CN", text(OfficialLetter.SIGNER)))), 4)),
                Arguments.of("its usage", cert((f, c) -> c.setItem("KeyUsage", texts("X1XXX0XXX")), 6)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("met")
    void signsWhatAsksForThisSignature(String what, BiConsumer<SigningFixture, COSDictionary> seed) throws Exception {
        assertThat(sign(seed, SignatureLevel.BASELINE_T, Optional.empty())).isInstanceOf(Signed.class);
    }

    static Stream<Arguments> unmet() {
        return Stream.of(
                Arguments.of("Filter", seed((f, s) -> s.setName("Filter", "Another"), 1)),
                Arguments.of("SubFilter", seed((f, s) -> s.setItem("SubFilter", names("adbe.pkcs7.detached")), 2)),
                Arguments.of("V", seed((f, s) -> s.setItem("V", COSInteger.get(4)), 3)),
                Arguments.of("Reasons", seed((f, s) -> s.setItem("Reasons", texts("Họp")), 4)),
                Arguments.of("Reasons", seed((f, s) -> s.setItem("Reasons", texts(".")), 4)),
                Arguments.of("Reasons", seed((f, s) -> {}, 4)),
                Arguments.of("LegalAttestation", seed((f, s) -> s.setItem("LegalAttestation", texts("Không")), 5)),
                Arguments.of("AddRevInfo", seed((f, s) -> s.setItem("AddRevInfo", COSBoolean.TRUE), 6)),
                Arguments.of("DigestMethod", seed((f, s) -> s.setItem("DigestMethod", texts("SHA512")), 7)),
                Arguments.of("LockDocument", seed((f, s) -> s.setName("LockDocument", "true"), 8)),
                Arguments.of("AppearanceFilter", seed((f, s) -> s.setString("AppearanceFilter", "Dấu đỏ"), 9)),
                Arguments.of("Ff", seed((f, s) -> {}, 10)),
                Arguments.of("MDP", seed((f, s) -> s.setItem("MDP", one("P", COSInteger.TWO)))),
                Arguments.of("Cert.Subject", cert((f, c) -> c.setItem("Subject", certificates(f, 1)), 1)),
                Arguments.of("Cert.Issuer", cert((f, c) -> c.setItem("Issuer", certificates(f, 0)), 2)),
                Arguments.of("Cert.OID", cert((f, c) -> c.setItem("OID", texts("1.2.3.4")), 3)),
                Arguments.of(
                        "Cert.SubjectDN",
                        cert((f, c) -> c.setItem("SubjectDN", array(one("CN", text("Người khác")))), 4)),
                Arguments.of("Cert.SubjectDN", cert((f, c) -> c.setItem("SubjectDN", array(one("Sao", text("a")))), 4)),
                Arguments.of("Cert.Ff", cert((f, c) -> {}, 5)),
                Arguments.of("Cert.KeyUsage", cert((f, c) -> c.setItem("KeyUsage", texts("0", "XXXXX1")), 6)),
                Arguments.of("Cert.URL", cert((f, c) -> c.setString("URL", "https://ca.example/"), 7)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unmet")
    void refusesWhatAsksForAnotherAndNamesTheEntry(String entry, BiConsumer<SigningFixture, COSDictionary> seed)
            throws Exception {
        assertRefused(seed, SignatureLevel.BASELINE_T, Optional.empty(), SignRefusal.FIELD_CONSTRAINT_UNMET, entry);
    }

    /** What somebody required must not be passed over because it is written as something else. */
    static Stream<Arguments> wronglyTyped() {
        return Stream.of(
                Arguments.of("LockDocument", seed((f, s) -> s.setItem("LockDocument", COSBoolean.TRUE), 8)),
                Arguments.of("LockDocument", seed((f, s) -> s.setString("LockDocument", "true"), 8)),
                Arguments.of("AddRevInfo", seed((f, s) -> s.setName("AddRevInfo", "true"), 6)),
                Arguments.of("AddRevInfo", seed((f, s) -> s.setInt("AddRevInfo", 1), 6)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wronglyTyped")
    void refusesARequiredValueOfTheWrongType(String entry, BiConsumer<SigningFixture, COSDictionary> seed)
            throws Exception {
        assertRefused(
                seed,
                SignatureLevel.BASELINE_T,
                Optional.empty(),
                SignRefusal.DOCUMENT_MALFORMED,
                "a seed value whose " + entry + " is of no use");
    }

    @Test
    void takesALockThatIsNoneOfTheThreeAsOne() throws Exception {
        assertRefused(
                seed((f, s) -> s.setName("LockDocument", "True"), 8),
                SignatureLevel.BASELINE_T,
                Optional.empty(),
                SignRefusal.FIELD_CONSTRAINT_UNMET,
                "LockDocument");
    }

    /** 8D and 8E are quotation marks in PDFDocEncoding, and nothing that is written in Latin-1. */
    @Test
    void readsTextsInTheirOwnEncoding() throws Exception {
        COSString reason = new COSString(new byte[] {(byte) 0x8d, 'a', (byte) 0x8e});
        assertThat(sign(
                        seed((f, s) -> s.setItem("Reasons", array(reason)), 4),
                        SignatureLevel.BASELINE_B,
                        Optional.empty(),
                        "\u201Ca\u201D"))
                .isInstanceOf(Signed.class);
    }

    @Test
    void aTimestampIsAskedOfALevelThatHasOne() throws Exception {
        BiConsumer<SigningFixture, COSDictionary> seed =
                seed((f, s) -> s.setItem("TimeStamp", one("Ff", COSInteger.ONE)));
        assertRefused(
                seed, SignatureLevel.BASELINE_B, Optional.empty(), SignRefusal.FIELD_CONSTRAINT_UNMET, "TimeStamp");
    }

    @Test
    void aCertificationIsMadeWhereItIsAskedForAndNowhereElse() throws Exception {
        Optional<Certification> certifies = Optional.of(Certification.FORMS_AND_SIGNATURES);
        assertThat(sign(
                        seed((f, s) -> s.setItem("MDP", one("P", COSInteger.TWO))),
                        SignatureLevel.BASELINE_T,
                        certifies))
                .isInstanceOf(Signed.class);
        for (COSInteger other : new COSInteger[] {COSInteger.ZERO, COSInteger.ONE, COSInteger.THREE}) {
            assertRefused(
                    seed((f, s) -> s.setItem("MDP", one("P", other))),
                    SignatureLevel.BASELINE_T,
                    certifies,
                    SignRefusal.FIELD_CONSTRAINT_UNMET,
                    "MDP");
        }
    }

    static Stream<BiConsumer<SigningFixture, COSDictionary>> useless() {
        return Stream.of(
                seed((f, s) -> s.setString("SubFilter", "ETSI.CAdES.detached"), 2),
                seed((f, s) -> s.setString("Ff", "1")),
                seed((f, s) -> s.setName("MDP", "P")),
                seed((f, s) -> s.setItem("MDP", one("P", text("2")))),
                seed((f, s) -> s.setItem("DigestMethod", names("SHA256")), 7),
                cert((f, c) -> c.setItem("SubjectDN", texts("CN=An")), 4));
    }

    @ParameterizedTest
    @MethodSource("useless")
    void refusesAConstraintThatCannotBeRead(BiConsumer<SigningFixture, COSDictionary> seed) throws Exception {
        assertRefused(seed, SignatureLevel.BASELINE_T, Optional.empty(), SignRefusal.DOCUMENT_MALFORMED, "");
    }

    private static void assertRefused(
            BiConsumer<SigningFixture, COSDictionary> seed,
            SignatureLevel level,
            Optional<Certification> certification,
            SignRefusal reason,
            String entry)
            throws Exception {
        int before = fixture.token.signatures();
        assertThat(sign(seed, level, certification)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).as(refused.detail()).isEqualTo(reason);
            if (!entry.isEmpty()) {
                assertThat(refused.detail()).isEqualTo(entry);
            }
        });
        assertThat(fixture.token.signatures()).isEqualTo(before);
    }

    private static SignDocumentOutcome sign(
            BiConsumer<SigningFixture, COSDictionary> seed, SignatureLevel level, Optional<Certification> certification)
            throws Exception {
        return sign(seed, level, certification, REASON);
    }

    private static SignDocumentOutcome sign(
            BiConsumer<SigningFixture, COSDictionary> seed,
            SignatureLevel level,
            Optional<Certification> certification,
            String reason)
            throws Exception {
        Path letter = LetterWithField.write(folder, NAME, field -> {
            COSDictionary value = new COSDictionary();
            value.setName(COSName.TYPE, "SV");
            seed.accept(fixture, value);
            field.getCOSObject().setItem("SV", value);
        });
        return fixture.signer.sign(new SignRequest(
                letter,
                folder.resolve("signed-" + count++ + ".pdf"),
                fixture.official,
                level,
                new SignatureDetails(OfficialLetter.SIGNER, reason, "", ""),
                Optional.of(new VisibleSignature.OfficialSignature(SampleSignature.png(), new Placement.InField(NAME))),
                certification));
    }

    /** With these bits of Ff set, counted from 1 as the standard counts them. */
    private static BiConsumer<SigningFixture, COSDictionary> seed(
            BiConsumer<SigningFixture, COSDictionary> entries, int... required) {
        return (fixture, seed) -> {
            if (required.length > 0) {
                seed.setInt(
                        "Ff", Arrays.stream(required).map(bit -> 1 << (bit - 1)).sum());
            }
            entries.accept(fixture, seed);
        };
    }

    private static BiConsumer<SigningFixture, COSDictionary> cert(
            BiConsumer<SigningFixture, COSDictionary> entries, int... required) {
        return (fixture, seed) -> {
            COSDictionary cert = new COSDictionary();
            seed(entries, required).accept(fixture, cert);
            seed.setItem("Cert", cert);
        };
    }

    private static COSArray certificates(SigningFixture fixture, int position) {
        try {
            return array(new COSString(fixture.official.chain().get(position).getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static COSDictionary one(String key, COSBase value) {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(key, value);
        return dictionary;
    }

    private static COSString text(String text) {
        return new COSString(text);
    }

    private static COSArray texts(String... texts) {
        return array(Arrays.stream(texts).map(COSString::new).toArray(COSBase[]::new));
    }

    private static COSArray names(String... names) {
        return array(Arrays.stream(names).map(COSName::getPDFName).toArray(COSBase[]::new));
    }

    private static COSArray array(COSBase... items) {
        COSArray array = new COSArray();
        for (COSBase item : items) {
            array.add(item);
        }
        return array;
    }
}
