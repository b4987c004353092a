package vn.lienthong.bench.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {

    @Test
    void areAboutAsLargeAsAskedAndTheSameEachTime(@TempDir Path folder) throws Exception {
        for (int size : new int[] {100_000, 1_000_000}) {
            assertThat(Files.size(SampleFiles.pdf(folder.resolve("a.pdf"), size)))
                    .isBetween(size * 9L / 10, size * 11L / 10);
            assertThat(Files.size(SampleFiles.xml(folder.resolve("a.xml"), size)))
                    .isBetween((long) size, size + 1_000L);
        }
        byte[] first = Files.readAllBytes(SampleFiles.xml(folder.resolve("1.xml"), 5_000));
        assertThat(Files.readAllBytes(SampleFiles.xml(folder.resolve("2.xml"), 5_000)))
                .isEqualTo(first);
    }
}
