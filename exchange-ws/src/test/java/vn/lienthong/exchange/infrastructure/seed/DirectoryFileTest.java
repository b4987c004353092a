package vn.lienthong.exchange.infrastructure.seed;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person who edited the file by hand is told. */
class DirectoryFileTest {
    @TempDir
    Path folder;

    @Test
    void aMisspeltNameIsToldWithItsPlace() throws IOException {
        Path file = write("{\n \"systems\": [],\n \"pepole\": []\n}");
        assertThatThrownBy(() -> DirectoryFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("directory\\.json, line \\d, column \\d+: .*'?pepole'?.*")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aMissingCommaIsToldWithItsPlace() throws IOException {
        Path file = write("{\n \"systems\": []\n \"people\": []\n}");
        assertThatThrownBy(() -> DirectoryFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("directory\\.json, line 3, column \\d+: .*comma.*");
    }

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("directory.json"), json);
    }
}
