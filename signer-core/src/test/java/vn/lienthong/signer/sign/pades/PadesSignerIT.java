package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.sign.SignDocumentOutcome;

class PadesSignerIT {
    @TempDir
    Path folder;

    @Test
    void strangersAcceptTheSignatureAndTheSeal() throws Exception {
        SigningFixture fixture = new SigningFixture(folder);
        Path letter = OfficialLetter.write(folder.resolve("letter.pdf"));
        var first = fixture.sign(letter, "signed.pdf", fixture.official, SigningFixture.officialSignature());
        assertThat(first).isInstanceOf(SignDocumentOutcome.Signed.class);
        var second =
                fixture.sign(folder.resolve("signed.pdf"), "sealed.pdf", fixture.agency, SigningFixture.agencySeal());
        assertThat(second).isInstanceOf(SignDocumentOutcome.Signed.class);
                folder.resolve("sealed.pdf"),
                Path.of("/tmp/sg/sealed.pdf"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                Path.of("/tmp/sg/root.der"), fixture.pki.root().getEncoded());
    }
}
