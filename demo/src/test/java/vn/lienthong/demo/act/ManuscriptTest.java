package vn.lienthong.demo.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.demo.story.DemoFailure;

class ManuscriptTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    private Path folder;

    @Test
    void putsTheSampleSignatureAboveThePrintedName() {
        assertThat(Manuscript.sample(1234, TODAY).placement())
                .containsEntry("rule", "above-name")
                .containsEntry("fullName", "Nguyễn Văn An");
    }

    @Test
    void putsTheSignatureAtTheFootOfTheLastPageOfAReadersOwnFile() throws Exception {
        Path own = folder.resolve("own.pdf");
        Files.write(own, Manuscript.sample(1, TODAY).pdf().toArray());
        Manuscript manuscript = Manuscript.of(own, 7, TODAY);
        assertThat(manuscript.placement()).containsEntry("rule", "at").containsEntry("page", 1);
        assertThat(manuscript.document().fileName()).isEqualTo("own.pdf");
        assertThat(manuscript.document().documentId()).isEqualTo("000.00.00.H03,2026/11/23,7/UBND-NC");
    }

    @Test
    void refusesWhatIsNoPdf() throws Exception {
        Path text = Files.writeString(folder.resolve("letter.txt"), "hello");
        assertThatThrownBy(() -> Manuscript.of(text, 7, TODAY))
                .isInstanceOf(DemoFailure.class)
                .hasMessageContaining("no PDF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "user password"})
    void refusesAnEncryptedFile(String userPassword) throws Exception {
        Path closed = folder.resolve("closed.pdf");
        try (PDDocument letter =
                Loader.loadPDF(Manuscript.sample(1, TODAY).pdf().toArray())) {
            letter.protect(new StandardProtectionPolicy("owner password", userPassword, new AccessPermission()));
            letter.save(closed.toFile());
        }
        assertThatThrownBy(() -> Manuscript.of(closed, 7, TODAY))
                .isInstanceOf(DemoFailure.class)
                .hasMessageContaining("is encrypted");
    }

    @Test
    void refusesAFileWithoutPages() throws Exception {
        Path empty = folder.resolve("empty.pdf");
        try (PDDocument document = new PDDocument()) {
            document.save(empty.toFile());
        }
        assertThatThrownBy(() -> Manuscript.of(empty, 7, TODAY))
                .isInstanceOf(DemoFailure.class)
                .hasMessageContaining("has no page");
    }
}
