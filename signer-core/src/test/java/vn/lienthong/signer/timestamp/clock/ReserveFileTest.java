package vn.lienthong.signer.timestamp.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReserveFileTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:15:30.250Z");

    @TempDir
    Path folder;

    @Test
    void permitsNothingAfterARestartThatMayHaveBeenGivenOutBefore() throws IOException {
        Path path = folder.resolve("newest");
        try (ReserveFile first = ReserveFile.open(path)) {
            assertThat(first.permits(NOW)).isTrue();
            assertThat(first.permits(NOW.plusSeconds(5))).isTrue();
        }
        try (ReserveFile second = ReserveFile.open(path)) {
            assertThat(second.permits(NOW)).isFalse();
            assertThat(second.permits(NOW.plusSeconds(5))).isFalse();
            assertThat(second.permits(NOW.plusSeconds(7))).isTrue();
        }
    }

    @Test
    void goesOnAsTheTimeDoes() throws IOException {
        Path path = folder.resolve("newest");
        try (ReserveFile first = ReserveFile.open(path)) {
            for (int second = 0; second < 60; second++) {
                assertThat(first.permits(NOW.plusSeconds(second))).isTrue();
            }
        }
        try (ReserveFile second = ReserveFile.open(path)) {
            assertThat(second.permits(NOW.plusSeconds(59))).isFalse();
        }
    }

    @Test
    void isOneProcesssAtATime() throws IOException {
        Path path = folder.resolve("newest");
        try (ReserveFile first = ReserveFile.open(path)) {
            assertThat(first.permits(NOW)).isTrue();
            assertThatIOException().isThrownBy(() -> ReserveFile.open(path));
        }
    }

    @Test
    void refusesAFileThatSaysNoTime() throws IOException {
        Path path = folder.resolve("newest");
        Files.writeString(path, "ngày hôm qua");
        assertThatIOException().isThrownBy(() -> ReserveFile.open(path));
    }

    @Test
    void permitsNothingThatItCannotRemember() throws IOException {
        ReserveFile closed = ReserveFile.open(folder.resolve("newest"));
        closed.close();
        assertThat(closed.permits(NOW)).isFalse();
    }
}
