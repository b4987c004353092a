package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome;

/** One octet changed anywhere: no second signature goes on top of a first one that it broke, and nothing fails. */
class PadesMutationIT {
    private static Path folder;
    private static SigningFixture fixture;
    private static Signed byUs;
    private static Signed byDss;

    /** A document with one signature, whose Contents leave the gap. */
    private record Signed(byte[] octets, int gapStart, int gapEnd) {
        static Signed over(Path document) throws IOException {
            fixture.signer.sign(fixture.request(document, "signed.pdf", fixture.agency, Optional.empty()));
            byte[] octets = Files.readAllBytes(folder.resolve("signed.pdf"));
            Files.delete(folder.resolve("signed.pdf"));
            try (PDDocument read = Loader.loadPDF(octets)) {
                int[] range = read.getLastSignatureDictionary().getByteRange();
                return new Signed(octets, range[1], range[2]);
            }
        }
    }

    @BeforeContainer
    static void setUp() throws Exception {
        folder = Files.createTempDirectory("mutation");
        fixture = new SigningFixture(folder);
        Path letter = OfficialLetter.write(folder.resolve("letter.pdf"));
        byUs = Signed.over(letter);
        Files.delete(letter);
        Path form = Samples.FORM_OF_XFA.write(fixture);
        byDss = Signed.over(form);
        Files.delete(form);
    }

    @AfterContainer
    static void tearDown() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("mutated.pdf");
        }
        Files.delete(folder.resolve("mutated.pdf"));
        Files.delete(folder);
    }

    @Property(tries = 400)
    void neverSignsOnTopOfASignatureThatAChangeBroke(
            @ForAll boolean own,
            @ForAll @IntRange(min = 0, max = 1_000_000) int position,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        Signed signed = own ? byUs : byDss;
        byte[] mutated = signed.octets().clone();
        int at = position % mutated.length;
        mutated[at] ^= (byte) change;
        Path file = folder.resolve("mutated.pdf");
        try {
            Files.write(file, mutated);
            SignDocumentOutcome outcome =
                    fixture.signer.sign(fixture.request(file, "out.pdf", fixture.agency, Optional.empty()));
            boolean covered = at < signed.gapStart() || at >= signed.gapEnd();
            if (covered) {
                assertThat(outcome).isInstanceOf(SignDocumentOutcome.Refused.class);
            }
            Files.deleteIfExists(folder.resolve("out.pdf"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
