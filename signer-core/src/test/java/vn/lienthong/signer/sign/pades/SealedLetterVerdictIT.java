package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.trust.TrustAnchors;
import vn.lienthong.signer.validate.Finding;
import vn.lienthong.signer.validate.FindingCode;
import vn.lienthong.signer.validate.SignatureValidator;
import vn.lienthong.signer.validate.ValidationLimits;
import vn.lienthong.signer.validate.ValidationOutcome;
import vn.lienthong.signer.validate.Verdict;

/** The verdict on a letter as agencies make it: signed by the official, then sealed over that signature. */
class SealedLetterVerdictIT {
    @TempDir
    Path folder;

    @Test
    void letterThatIsSignedAndSealedIsValidAlthoughTheSealOverlaps() throws Exception {
        SigningFixture fixture = new SigningFixture(folder);
        Path letter = OfficialLetter.write(folder.resolve("letter.pdf"));
        fixture.sign(letter, "signed.pdf", fixture.official, SigningFixture.officialSignature());
        Path signed = folder.resolve("signed.pdf");
        fixture.sign(signed, "sealed.pdf", fixture.agency, SigningFixture.agencySeal());
        Path crls = Files.createDirectory(folder.resolve("crls"));
        Files.write(crls.resolve("issuing.crl"), fixture.pki.crl());
        Files.write(crls.resolve("root.crl"), fixture.pki.rootCrl());
        SignatureValidator validator = new SignatureValidator(
                TrustAnchors.of(List.of(fixture.pki.root())),
                RevocationSources.folder(crls),
                ValidationLimits.DEFAULT,
                fixture.clock);

        assertThat(validator.validate(folder.resolve("sealed.pdf")))
                .isInstanceOfSatisfying(ValidationOutcome.Judged.class, judged -> {
                    assertThat(judged.report().verdict())
                            .as(judged.report().toString())
                            .isEqualTo(Verdict.VALID);
                    assertThat(judged.report().signatures()).hasSize(2);
                    assertThat(judged.report().signatures())
                            .anySatisfy(signature -> assertThat(signature.findings())
                                    .extracting(Finding::code)
                                    .contains(FindingCode.APPEARANCE_OVERLAPS));
                });
    }
}
