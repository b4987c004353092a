package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.seal.Placement;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.seal.sample.SampleSignature;
import vn.lienthong.signer.sign.AdesRequest;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.ades.AdesFixture;
import vn.lienthong.signer.testpki.DssJudge;
import vn.lienthong.signer.validate.Verdict;

/** How far a signature that locks fields can be raised: no file is handed out that validators call changed. */
class FieldLockLevelsIT {
    private static final String NAME = "chu-ky";

    @TempDir
    Path folder;

    static Stream<Arguments> locks() {
        return Stream.of(
                Arguments.of("All", 0, SignatureLevel.BASELINE_LT, true),
                Arguments.of("All", 0, SignatureLevel.BASELINE_LTA, false),
                Arguments.of("All", 2, SignatureLevel.BASELINE_LTA, false),
                Arguments.of("Exclude", 0, SignatureLevel.BASELINE_LTA, false),
                Arguments.of("Include", 0, SignatureLevel.BASELINE_LTA, true),
                Arguments.of("Include", 1, SignatureLevel.BASELINE_LTA, true));
    }

    @ParameterizedTest
    @MethodSource("locks")
    void isRaisedUnlessATimestampWouldBeOneOfTheLockedFields(
            String action, int permission, SignatureLevel level, boolean possible) throws Exception {
        AdesFixture fixture = new AdesFixture(folder);
        Path letter = LetterWithField.write(folder, NAME, field -> {
            COSDictionary lock = new COSDictionary();
            lock.setName("Action", action);
            if (permission > 0) {
                lock.setInt(COSName.P, permission);
            }
            if (!action.equals("All")) {
                COSArray names = new COSArray();
                names.add(new COSString("so"));
                lock.setItem(COSName.FIELDS, names);
            }
            field.getCOSObject().setItem(COSName.getPDFName("Lock"), lock);
        });
        Path signed = folder.resolve("signed.pdf");
        SignDocumentOutcome outcome = fixture.signer()
                .sign(new AdesRequest(
                        List.of(new NamedDocument("a.pdf", letter)),
                        signed,
                        fixture.key(SignatureScheme.ECDSA_SHA256),
                        SignatureForm.PADES,
                        level,
                        SignatureDetails.NONE,
                        Optional.of(new VisibleSignature.OfficialSignature(
                                SampleSignature.png(), new Placement.InField(NAME))),
                        Optional.empty()));
        if (!possible) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            r -> assertThat(r.reason()).isEqualTo(SignRefusal.DOCUMENT_CHANGES_FORBIDDEN));
            assertThat(signed).doesNotExist();
            return;
        }
        assertThat(outcome).isInstanceOf(Signed.class);
        var report = fixture.report(signed, Optional.empty());
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        assertThat(DssJudge.failures(signed, List.of(), fixture.pki, AdesFixture.format(SignatureForm.PADES, level)))
                .isEmpty();
    }
}
