package vn.lienthong.signer.sign.ades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.testpki.DssJudge;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.timestamp.TimestampOutcome;
import vn.lienthong.signer.token.CertifiedKey;

/** Each reason not to sign has its name, uses no key, and leaves no file. */
class AdesRefusalsIT {
    @TempDir
    Path folder;

    private AdesFixture fixture;
    private Path signed;

    @BeforeEach
    void setUp() {
        fixture = new AdesFixture(folder);
        signed = folder.resolve("signed");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<a><b></a>,XML_MALFORMED",
                "no XML at all,XML_MALFORMED",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>,XML_HOSTILE",
                "<!DOCTYPE a><a/>,XML_HOSTILE"
            })
    void refusesXmlThatIsNone(String xml, SignRefusal reason) throws Exception {
        Path document = Files.writeString(folder.resolve("a.xml"), xml);
        refuses(
                reason,
                SignatureForm.XADES_ENVELOPED,
                SignatureLevel.BASELINE_B,
                List.of(new NamedDocument("a.xml", document)));
    }

    @Test
    void refusesXmlThatIsDeeperOrLargerThanAllowed() throws Exception {
        Path deep = Files.writeString(folder.resolve("a.xml"), "<a>".repeat(200) + "</a>".repeat(200));
        refuses(
                SignRefusal.XML_HOSTILE,
                SignatureForm.XADES_ENVELOPED,
                SignatureLevel.BASELINE_B,
                List.of(new NamedDocument("a.xml", deep)));
        AdesLimits small = new AdesLimits(2, 100, 100, 10, 10);
        for (SignatureForm form :
                List.of(SignatureForm.XADES_ENVELOPING, SignatureForm.JADES_FLATTENED, SignatureForm.ASIC_S_CADES)) {
            assertThat(fixture.signer(fixture.timestamps(), fixture.revocation(), small)
                            .sign(AdesFixture.request(
                                    form,
                                    SignatureLevel.BASELINE_B,
                                    key(),
                                    List.of(fixture.document("phu luc 1.txt")),
                                    signed)))
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.reason()).isEqualTo(SignRefusal.DOCUMENT_TOO_LARGE));
        }
        assertThat(fixture.token.signatures()).isZero();
    }

    /** RFC 3275 §6.6.4: an enveloped signature of the plain kind is over every signature in the document but itself. */
    @Test
    void refusesToBreakASignatureThatSomebodyElsePutIntoTheXml() throws Exception {
        Path theirs = folder.resolve("theirs.xml");
        ForeignXmlSignature.write(fixture.document("cong-van.xml").file(), theirs, fixture.pki);
        int before = fixture.token.signatures();
        assertThat(fixture.signer()
                        .sign(AdesFixture.request(
                                SignatureForm.XADES_ENVELOPED,
                                SignatureLevel.BASELINE_B,
                                key(),
                                List.of(new NamedDocument("theirs.xml", theirs)),
                                signed)))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(SignRefusal.DOCUMENT_CHANGES_FORBIDDEN));
        assertThat(signed).doesNotExist();
        assertThat(fixture.token.signatures()).isEqualTo(before);
    }

    /** Ours leave room for each other. */
    @Test
    void signsAnXmlThatWasSignedHereBefore() {
        Path first = folder.resolve("first.xml");
        assertThat(fixture.sign(
                        SignatureForm.XADES_ENVELOPED, SignatureLevel.BASELINE_T, SignatureScheme.ECDSA_SHA256, first))
                .isInstanceOf(SignDocumentOutcome.Signed.class);
        assertThat(fixture.signer()
                        .sign(AdesFixture.request(
                                SignatureForm.XADES_ENVELOPED,
                                SignatureLevel.BASELINE_T,
                                fixture.key(SignatureScheme.RSA_PKCS1_SHA256),
                                List.of(new NamedDocument("first.xml", first)),
                                signed)))
                .isInstanceOf(SignDocumentOutcome.Signed.class);
        assertThat(DssJudge.failures(signed, List.<Path>of(), fixture.pki, "XAdES-BASELINE-T"))
                .isEmpty();
    }

    @Test
    void refusesWhatTheFormCannotBe() {
        NamedDocument one = fixture.document("phu luc 1.txt");
        NamedDocument two = fixture.document("bang.bin");
        refuses(SignRefusal.LEVEL_NOT_POSSIBLE, SignatureForm.JADES_COMPACT, SignatureLevel.BASELINE_T, List.of(one));
        refuses(SignRefusal.DOCUMENT_COUNT, SignatureForm.CADES_DETACHED, SignatureLevel.BASELINE_B, List.of(one, two));
        refuses(SignRefusal.DOCUMENT_COUNT, SignatureForm.ASIC_E_CADES, SignatureLevel.BASELINE_B, List.of());
        refuses(
                SignRefusal.DOCUMENT_NAMES,
                SignatureForm.ASIC_E_CADES,
                SignatureLevel.BASELINE_B,
                List.of(one, new NamedDocument("PHU LUC 1.txt", two.file())));
        CertifiedKey key = key();
        CertifiedKey otherDigest = new CertifiedKey(key.alias(), SignatureScheme.ECDSA_SHA512, key.chain());
        refuses(
                SignRefusal.ALGORITHM_NOT_POSSIBLE,
                fixture.signer()
                        .sign(AdesFixture.request(
                                SignatureForm.JADES_FLATTENED,
                                SignatureLevel.BASELINE_B,
                                otherDigest,
                                List.of(one),
                                signed)));
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"XADES_ENVELOPED", "CADES_DETACHED", "JADES_FLATTENED", "ASIC_E_XADES", "PADES"})
    void refusesSignersThatMustNotSign(SignatureForm form) throws Exception {
        CertifiedKey expired = fixture.token.put(
                "expired", fixture.pki.issue(Profile.signer("A").expired()));
        CertifiedKey weak =
                fixture.token.put("weak", fixture.pki.issue(Profile.signer("B").weak()));
        CertifiedKey revoked = key();
        fixture.pki.revoke(revoked.certificate(), fixture.clock.instant().minus(Duration.ofHours(2)));
        fixture.writeCrls();
        refuses(SignRefusal.CERTIFICATE_EXPIRED, sign(form, SignatureLevel.BASELINE_B, expired));
        refuses(SignRefusal.KEY_TOO_WEAK, sign(form, SignatureLevel.BASELINE_B, weak));
        refuses(SignRefusal.CERTIFICATE_REVOKED, sign(form, SignatureLevel.BASELINE_B, revoked));
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void makesNoLongTermSignatureWithoutRevocationData(SignatureForm form) {
        if (form.highest() == SignatureLevel.BASELINE_B) {
            return;
        }
        SignDocumentOutcome outcome = fixture.signer(fixture.timestamps(), RevocationSources.none(), AdesLimits.DEFAULT)
                .sign(AdesFixture.request(form, SignatureLevel.BASELINE_LT, key(), fixture.documents(form), signed));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(SignRefusal.REVOCATION_DATA_MISSING));
        assertThat(signed).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"XADES_DETACHED", "CADES_ATTACHED", "JADES_DETACHED", "ASIC_S_CADES", "ASIC_E_XADES"})
    void saysThatTheTimestampAuthorityOrTheTokenIsDown(SignatureForm form) {
        SignDocumentOutcome outcome = fixture.signer(
                        imprint -> new TimestampOutcome.TimestampDown(
                                TimestampOutcome.DownReason.UNREACHABLE, Duration.ofSeconds(3), "gone"),
                        fixture.revocation(),
                        AdesLimits.DEFAULT)
                .sign(AdesFixture.request(form, SignatureLevel.BASELINE_T, key(), fixture.documents(form), signed));
        assertThat(outcome).isInstanceOf(SignDocumentOutcome.TimestampDown.class);
        fixture.token.setDown(true);
        assertThat(sign(form, SignatureLevel.BASELINE_B, key())).isInstanceOf(SignDocumentOutcome.TokenDown.class);
        assertThat(signed).doesNotExist();
        assertThat(folder.toFile().list((dir, name) -> name.startsWith("ades"))).isEmpty();
    }

    @Test
    void refusesAKeyThatIsNotTheCertificates() {
        CertifiedKey key = key();
        CertifiedKey mixedUp = new CertifiedKey(
                key.alias(),
                key.scheme(),
                fixture.pki.issue(Profile.signer("C").withScheme(key.scheme())).chain());
        for (SignatureForm form : SignatureForm.values()) {
            SignDocumentOutcome outcome = sign(form, SignatureLevel.BASELINE_B, mixedUp);
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.reason()).isEqualTo(SignRefusal.KEY_CERTIFICATE_MISMATCH));
            assertThat(signed).doesNotExist();
        }
    }

    private CertifiedKey key() {
        return fixture.key(SignatureScheme.ECDSA_SHA256);
    }

    private SignDocumentOutcome sign(SignatureForm form, SignatureLevel level, CertifiedKey key) {
        return fixture.signer().sign(AdesFixture.request(form, level, key, fixture.documents(form), signed));
    }

    private void refuses(SignRefusal reason, SignatureForm form, SignatureLevel level, List<NamedDocument> documents) {
        refuses(reason, fixture.signer().sign(AdesFixture.request(form, level, key(), documents, signed)));
    }

    private void refuses(SignRefusal reason, SignDocumentOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(reason));
        assertThat(signed).doesNotExist();
        assertThat(fixture.token.signatures()).isZero();
    }
}
