package vn.lienthong.exchange.infrastructure.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refused PIN is remembered over restarts until its file is written again. */
class PinFileMemoryTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("hsm.pin"), "864213");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-02T08:00:00Z")));
    }

    @Test
    void remembersOverRestarts() throws IOException {
        assertThat(new PinFileMemory(file, "a").wasRefused()).isFalse();
        new PinFileMemory(file, "a").refused();
        assertThat(new PinFileMemory(file, "a").wasRefused()).isTrue();
        assertThat(new PinFileMemory(file, "a").wasRefused()).isTrue();
        assertThat(folder.resolve("hsm.pin.a.refused")).content().doesNotContain("864213");
    }

    @Test
    void triesAgainOnceTheFileIsWrittenAgain() throws IOException {
        new PinFileMemory(file, "a").refused();
        Files.writeString(file, "135792");
        assertThat(new PinFileMemory(file, "a").wasRefused()).isFalse();
    }

    @Test
    void forgetsWhatWasAcceptedAfterAll() throws IOException {
        PinFileMemory memory = new PinFileMemory(file, "a");
        memory.refused();
        memory.accepted();
        assertThat(new PinFileMemory(file, "a").wasRefused()).isFalse();
        assertThat(folder.resolve("hsm.pin.a.refused")).doesNotExist();
    }

    @Test
    void wantsAFile() {
        assertThatThrownBy(() -> new PinFileMemory(folder.resolve("none"), "a")).isInstanceOf(IOException.class);
    }
}
