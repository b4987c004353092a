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
    private static byte[] signed;
    private static int gapStart;
    private static int gapEnd;

    @BeforeContainer
    static void setUp() throws IOException {
        folder = Files.createTempDirectory("mutation");
        fixture = new SigningFixture(folder);
        Path letter = OfficialLetter.write(folder.resolve("letter.pdf"));
        fixture.signer.sign(fixture.request(letter, "signed.pdf", fixture.agency, Optional.empty()));
        signed = Files.readAllBytes(folder.resolve("signed.pdf"));
        try (PDDocument document = Loader.loadPDF(signed)) {
            int[] range = document.getLastSignatureDictionary().getByteRange();
            gapStart = range[1];
            gapEnd = range[2];
        }
    }

    @AfterContainer
    static void tearDown() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("letter.pdf", "signed.pdf", "mutated.pdf");
        }
        for (String name : new String[] {"letter.pdf", "signed.pdf", "mutated.pdf"}) {
            Files.delete(folder.resolve(name));
        }
        Files.delete(folder);
    }

    @Property(tries = 300)
    void neverSignsOnTopOfASignatureThatAChangeBroke(
            @ForAll @IntRange(min = 0, max = 1_000_000) int position,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] mutated = signed.clone();
        int at = position % mutated.length;
        mutated[at] ^= (byte) change;
        Path file = folder.resolve("mutated.pdf");
        try {
            Files.write(file, mutated);
            SignDocumentOutcome outcome =
                    fixture.signer.sign(fixture.request(file, "out.pdf", fixture.agency, Optional.empty()));
            boolean covered = at < gapStart || at >= gapEnd;
            if (covered) {
                assertThat(outcome).isInstanceOf(SignDocumentOutcome.Refused.class);
            }
            Files.deleteIfExists(folder.resolve("out.pdf"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
