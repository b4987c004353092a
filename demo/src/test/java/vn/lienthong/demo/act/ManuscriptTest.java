package vn.lienthong.demo.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
}
