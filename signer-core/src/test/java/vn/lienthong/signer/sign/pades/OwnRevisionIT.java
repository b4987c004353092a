package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.signer.seal.AppearanceLayout;
import vn.lienthong.signer.seal.ImageLimits;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.baseline.BaselineSigner;
import vn.lienthong.signer.timestamp.LocalTimestampSource;

/** Which documents go to DSS, and that those are looked at as strictly as the others. */
class OwnRevisionIT {
    @TempDir
    Path folder;

    private SigningFixture fixture;

    @BeforeEach
    void setUp() {
        fixture = new SigningFixture(folder);
    }

    @ParameterizedTest
    @EnumSource(Samples.class)
    void onlyWhatIsNotKnownIsLeftToDss(Samples sample) throws Exception {
        SigningLimits limits = SigningLimits.DEFAULT;
        OwnRevision own = new OwnRevision(
                new BaselineSigner(fixture.token, new LocalTimestampSource(fixture.authority)),
                new VisibleField(
                        new AppearanceLayout(new ImageLimits(limits.maxImageBytes(), limits.maxImagePixels())),
                        limits,
                        folder),
                limits,
                folder);
        Path document = sample.write(fixture);
        OwnRevision.Attempt attempt = own.append(
                fixture.request(document, "out.pdf", fixture.agency, Optional.empty()), fixture.clock.instant());
        if (sample.isForDss()) {
            assertThat(attempt).isInstanceOf(OwnRevision.Attempt.Unfamiliar.class);
            assertThat(folder.resolve("out.pdf")).doesNotExist();
        } else {
            assertThat(attempt)
                    .isInstanceOfSatisfying(
                            OwnRevision.Attempt.Answered.class,
                            a -> assertThat(a.outcome()).isInstanceOf(SignDocumentOutcome.Signed.class));
        }
    }

    @Test
    void dssSignsNothingThatIsCertifiedAgainstAnyChange() throws Exception {
        refuses(
                Certified.noChanges(fixture, Samples.FORM_OF_XFA.write(fixture)),
                SignRefusal.DOCUMENT_CHANGES_FORBIDDEN);
    }

    @Test
    void dssSignsNothingOnTopOfASignatureThatIsBroken() throws Exception {
        refuses(signedAndEdited("/Reason", "/Rebson"), SignRefusal.EXISTING_SIGNATURE_BROKEN);
    }

    @Test
    void dssSignsNothingOnTopOfASignatureThatIsHidden() throws Exception {
        refuses(signedAndEdited("/FT /Sig", "/FT /Tig"), SignRefusal.EXISTING_SIGNATURE_BROKEN);
    }

    private Path signedAndEdited(String what, String edited) throws Exception {
        Path document = Samples.FORM_OF_XFA.write(fixture);
        Path signed = folder.resolve("signed.pdf");
        assertThat(fixture.signer.sign(fixture.request(document, "signed.pdf", fixture.official, Optional.empty())))
                .isInstanceOf(SignDocumentOutcome.Signed.class);
        String before = Files.readString(signed, StandardCharsets.ISO_8859_1);
        String after = before.replaceFirst(what, edited);
        assertThat(after).isNotEqualTo(before);
        return Files.writeString(signed, after, StandardCharsets.ISO_8859_1);
    }

    private void refuses(Path document, SignRefusal reason) {
        assertThat(fixture.signer.sign(fixture.request(document, "out.pdf", fixture.agency, Optional.empty())))
                .isInstanceOfSatisfying(
                        SignDocumentOutcome.Refused.class,
                        r -> assertThat(r.reason()).as(r.detail()).isEqualTo(reason));
        assertThat(folder.resolve("out.pdf")).doesNotExist();
    }
}
