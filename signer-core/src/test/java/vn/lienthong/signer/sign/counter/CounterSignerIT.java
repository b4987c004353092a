package vn.lienthong.signer.sign.counter;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.simplereport.SimpleReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.token.CertifiedKey;

/** A signature of each format that has them gets a counter-signature; both are TOTAL-PASSED then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CounterSignerIT {
    private Path folder;
    private AdesFixture fixture;
    private CertifiedKey head;
    private int files;

    @BeforeAll
    void setUp(@TempDir Path temporary) {
        folder = temporary;
        fixture = new AdesFixture(folder);
        head = fixture.token.put(
                "head", fixture.pki.issue(Profile.signer("Trần Thị Bình").withScheme(SignatureScheme.RSA_PSS_SHA256)));
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PADES", "JADES_COMPACT"})
    void bothAreValid(SignatureForm form) throws Exception {
        Path signed = signed(form);
        Path countered = next();
        assertThat(sign(form, signed, Optional.empty(), countered)).isInstanceOf(Signed.class);

        SimpleReport report = DssJudge.report(countered, files(form), fixture.pki);
        assertThat(report.getSignatureIdList())
                .hasSize(2)
                .allSatisfy(id -> assertThat(report.getIndication(id))
                        .as(report.getAdESValidationErrors(id).toString())
                        .isEqualTo(Indication.TOTAL_PASSED));
        assertThat(report.getSignatureIdList())
                .anySatisfy(id -> assertThat(report.getSignedBy(id)).isEqualTo("Trần Thị Bình"));
    }

    @Test
    void countersTheSignatureThatIsNamedAndNoOther() throws Exception {
        SignatureForm form = SignatureForm.XADES_DETACHED;
        Path signed = signed(form);
        String id = DssJudge.report(signed, files(form), fixture.pki).getFirstSignatureId();
        assertThat(sign(form, signed, Optional.of(id), next())).isInstanceOf(Signed.class);
        Path none = next();
        assertThat(sign(form, signed, Optional.of("S-0"), none))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(SignRefusal.SIGNATURE_UNKNOWN));
        assertThat(none).doesNotExist();
    }

    @Test
    void countersNothingThatIsBrokenOrAPdf() throws Exception {
        Path pdf = next();
        assertThat(sign(SignatureForm.PADES, signed(SignatureForm.PADES), Optional.empty(), pdf))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(SignRefusal.NOT_IN_THIS_FORM));
        Path signed = signed(SignatureForm.XADES_ENVELOPED);
        Files.writeString(signed, Files.readString(signed).replace("12/UBND-VP", "13/UBND-VP"));
        int before = fixture.token.signatures();
        assertThat(sign(SignatureForm.XADES_ENVELOPED, signed, Optional.empty(), pdf))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(SignRefusal.EXISTING_SIGNATURE_BROKEN));
        assertThat(pdf).doesNotExist();
        assertThat(fixture.token.signatures()).isEqualTo(before);
        assertThat(folder.toFile().list((dir, name) -> name.startsWith("ades"))).isEmpty();
    }

    private SignDocumentOutcome sign(SignatureForm form, Path signed, Optional<String> id, Path countered) {
        List<NamedDocument> detached = form.isDetached() ? fixture.documents(form) : List.of();
        return fixture.counterSigner().sign(new CounterSignRequest(signed, detached, id, head, countered));
    }

    private List<Path> files(SignatureForm form) {
        return form.isDetached()
                ? fixture.documents(form).stream().map(NamedDocument::file).toList()
                : List.of();
    }

    private Path signed(SignatureForm form) {
        Path signed = next();
        assertThat(fixture.sign(form, SignatureLevel.BASELINE_B, SignatureScheme.ECDSA_SHA256, signed))
                .isInstanceOf(Signed.class);
        return signed;
    }

    private Path next() {
        return folder.resolve("countered-" + ++files);
    }
}
