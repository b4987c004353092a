package vn.lienthong.signer;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.model.FileDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A buffered file reads as one without a buffer does, whatever is skipped. */
class DssFileTest {
    private static final int LENGTH = 300_000;

    @Test
    void skipsAsFarAsAFileDoes(@TempDir Path folder) throws IOException {
        byte[] octets = new byte[LENGTH];
        new Random(1).nextBytes(octets);
        Path file = Files.write(folder.resolve("a"), octets);
        for (int first : List.of(0, 1, 10, 65_535, 65_536, 65_537, 200_000)) {
            for (long skip : List.of(0L, 1L, 65_530L, 65_536L, 99_999L)) {
                try (InputStream buffered = new DssFile(file).openStream();
                        InputStream plain = new FileDocument(file.toFile()).openStream()) {
                    assertThat(buffered.readNBytes(first)).isEqualTo(plain.readNBytes(first));
                    assertThat(buffered.skip(skip)).isEqualTo(plain.skip(skip));
                    assertThat(buffered.readNBytes(70_000)).isEqualTo(plain.readNBytes(70_000));
                    assertThat(buffered.skip(skip)).isEqualTo(plain.skip(skip));
                    assertThat(buffered.readAllBytes()).isEqualTo(plain.readAllBytes());
                }
            }
        }
    }
}
