package vn.lienthong.signer.sign.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.ades.AdesFixture;
import vn.lienthong.signer.testpki.DssJudge;

/** ETSI EN 319 102-1 §4.3: any signature is raised level by level, its archive timestamp renewed, and none lowered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignatureAugmenterIT {
    private static final List<SignatureLevel> WAY = List.of(
            SignatureLevel.BASELINE_T,
            SignatureLevel.BASELINE_LT,
            SignatureLevel.BASELINE_LTA,
            SignatureLevel.BASELINE_LTA);

    private Path folder;
    private AdesFixture fixture;
    private SignatureAugmenter augmenter;
    private int files;

    @BeforeAll
    void setUp(@TempDir Path temporary) {
        folder = temporary;
        fixture = new AdesFixture(folder);
        augmenter = fixture.signer().augmenter();
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void raisesEveryFormToEveryLevel(SignatureForm form) {
        Path current = signed(form, SignatureLevel.BASELINE_B);
        for (SignatureLevel level : WAY) {
            Path raised = next();
            assertThat(raise(form, current, level, raised)).isInstanceOf(Signed.class);
            List<Path> detached =
                    detached(form).stream().map(NamedDocument::file).toList();
            assertThat(DssJudge.failures(raised, detached, fixture.pki, AdesFixture.format(form, level)))
                    .isEmpty();
            current = raised;
        }
        Path lowered = next();
        assertThat(raise(form, current, SignatureLevel.BASELINE_T, lowered)).isInstanceOf(Refused.class);
        assertThat(lowered).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"XADES_DETACHED", "CADES_DETACHED", "JADES_DETACHED"})
    void wantsTheDocumentsThatADetachedSignatureIsOver(SignatureForm form) throws Exception {
        Path signed = signed(form, SignatureLevel.BASELINE_B);
        Path raised = next();
        refuses(
                SignRefusal.SIGNED_DOCUMENT_MISSING,
                augmenter.augment(new AugmentRequest(signed, List.of(), SignatureLevel.BASELINE_T, raised)),
                raised);
        List<NamedDocument> others = detached(form).stream()
                .map(d -> new NamedDocument(d.name(), folder.resolve("root.pem")))
                .toList();
        refuses(
                SignRefusal.EXISTING_SIGNATURE_BROKEN,
                augmenter.augment(new AugmentRequest(signed, others, SignatureLevel.BASELINE_T, raised)),
                raised);
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"XADES_ENVELOPED", "CADES_ATTACHED", "JADES_FLATTENED", "ASIC_S_XADES", "ASIC_E_CADES", "PADES"})
    void raisesNoSignatureThatIsBroken(SignatureForm form) throws Exception {
        Path signed = signed(form, SignatureLevel.BASELINE_B);
        byte[] octets = Files.readAllBytes(signed);
        octets[signedOctet(form, octets)] ^= 1;
        Files.write(signed, octets);
        Path raised = next();
        assertThat(raise(form, signed, SignatureLevel.BASELINE_LT, raised)).isInstanceOf(Refused.class);
        assertThat(raised).doesNotExist();
    }

    /** One that a signature covers wherever certificates, which are of another length each time, come to stand. */
    private static int signedOctet(SignatureForm form, byte[] octets) {
        return switch (form) {
            case PADES -> 200;
            case XADES_ENVELOPED -> find(octets, "UBND-VP");
            case CADES_ATTACHED -> find(octets, "t\nPh");
            default -> octets.length / 2;
        };
    }

    private static int find(byte[] octets, String text) {
        int at = new String(octets, StandardCharsets.ISO_8859_1).indexOf(text);
        assertThat(at).isPositive();
        return at;
    }

    @Test
    void saysWhatIsNoSignedDocument() throws Exception {
        Path raised = next();
        for (String name : List.of("cong-van.pdf", "cong-van.xml")) {
            refuses(SignRefusal.SIGNATURE_UNKNOWN, raise(folder.resolve(name), raised), raised);
        }
        refuses(SignRefusal.SIGNATURE_UNKNOWN, raise(file("plain text"), raised), raised);
        refuses(SignRefusal.XML_MALFORMED, raise(file("<a>"), raised), raised);
        refuses(SignRefusal.XML_HOSTILE, raise(file("<!DOCTYPE a><a/>"), raised), raised);
        refuses(SignRefusal.DOCUMENT_MALFORMED, raise(file("PK\u0003\u0004 no zip"), raised), raised);
        refuses(SignRefusal.DOCUMENT_MALFORMED, raise(file("%PDF-1.7\nno pdf"), raised), raised);
        assertThat(raise(file("{\"payload\":1}"), raised)).isInstanceOf(Refused.class);
        assertThat(raise(file("eyJ.e.e"), raised)).isInstanceOf(Refused.class);
        assertThat(raise(file("0\u0082\u0001\u0001junk"), raised)).isInstanceOf(Refused.class);
        assertThat(folder.toFile().list((dir, name) -> name.startsWith("ades"))).isEmpty();
    }

    private Path file(String content) throws Exception {
        return Files.write(folder.resolve("file-" + ++files), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private SignDocumentOutcome raise(Path signed, Path raised) {
        return augmenter.augment(new AugmentRequest(signed, List.of(), SignatureLevel.BASELINE_T, raised));
    }

    private SignDocumentOutcome raise(SignatureForm form, Path signed, SignatureLevel level, Path raised) {
        return augmenter.augment(new AugmentRequest(signed, detached(form), level, raised));
    }

    private List<NamedDocument> detached(SignatureForm form) {
        return form.isDetached() ? fixture.documents(form) : List.of();
    }

    private Path signed(SignatureForm form, SignatureLevel level) {
        Path signed = next();
        assertThat(fixture.sign(form, level, SignatureScheme.ECDSA_SHA256, signed))
                .isInstanceOf(Signed.class);
        return signed;
    }

    private Path next() {
        return folder.resolve("raised-" + ++files);
    }

    private static void refuses(SignRefusal reason, SignDocumentOutcome outcome, Path raised) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(reason));
        assertThat(raised).doesNotExist();
    }
}
