package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.testpki.Stranger;

/** Programs that share no code with ours accept what is signed here. */
class PadesSignerIT {
    @TempDir
    Path folder;

    @Test
    void strangersAcceptTheOfficialsSignatureAndTheAgencysSeal() throws Exception {
        SigningFixture fixture = new SigningFixture(folder);
        Path letter = OfficialLetter.write(folder.resolve("letter.pdf"));
        byte[] unsigned = Files.readAllBytes(letter);
        var first = fixture.sign(letter, "signed.pdf", fixture.official, SigningFixture.officialSignature());
        Path signed = folder.resolve("signed.pdf");
        var second = fixture.sign(signed, "sealed.pdf", fixture.agency, SigningFixture.agencySeal());
        Path sealed = folder.resolve("sealed.pdf");

        assertThat(first).isInstanceOf(SignDocumentOutcome.Signed.class);
        assertThat(second).isInstanceOfSatisfying(SignDocumentOutcome.Signed.class, s -> {
            assertThat(s.length()).isEqualTo(sealed.toFile().length());
            assertThat(s.timestamp()).isPresent();
        });
        byte[] octets = Files.readAllBytes(sealed);
        assertThat(((SignDocumentOutcome.Signed) second).digest()).isEqualTo(DigestAlgorithm.SHA256.digest(octets));
        assertThat(letter).hasBinaryContent(unsigned);
        assertThat(octets).startsWith(Files.readAllBytes(signed));
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("letter.pdf", "signed.pdf", "sealed.pdf");

        Stranger pdfsig = Stranger.run(folder, "pdfsig", "-nocert", "sealed.pdf");
        assertThat(pdfsig.said().split("Signature is Valid\\.", -1)).hasSize(3);
        assertThat(pdfsig.said()).contains("Nguyễn Văn Bình", SigningFixture.AGENCY, "ETSI.CAdES.detached");
        assertThat(Stranger.run(folder, "qpdf", "--check", "signed.pdf").said()).contains("not encrypted");
        assertThat(Stranger.run(folder, "pdffonts", "sealed.pdf").said()).contains("LiberationSerif");

        assertThat(Judge.report(sealed, fixture.pki).getSignaturesCount()).isEqualTo(2);
        assertThat(Judge.failures(sealed, fixture.pki)).isEmpty();
    }
}
