package vn.lienthong.signer.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.evidence.file.EvidenceParts;

/** Whatever octet of whatever part is changed, some check fails. */
class EvidenceTamperTest {
    private static final int FLIPS_PER_PART = 60;
    private static final int FLIPS_OF_FILE = 1500;
    private static EvidenceFixture fixture;
    private static byte[] whole;
    private static Map<String, byte[]> parts;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeEvidence() throws IOException {
        fixture = new EvidenceFixture();
        whole = EvidenceFixture.zip(fixture.file());
        parts = EvidenceParts.of(whole);
    }

    private boolean holds(Map<String, byte[]> changed) throws IOException {
        return holds(EvidenceParts.zip(changed));
    }

    private boolean holds(byte[] changed) throws IOException {
        Path path = Files.write(folder.resolve("changed.zip"), changed);
        return fixture.verifier().verify(path, Optional.empty()).holds();
    }

    @Test
    void theSamePartsHold() throws IOException {
        assertThat(holds(parts)).isTrue();
    }

    @Test
    void flippedBitIsFoundWhereverItIsInTheFile() throws IOException {
        Random random = new Random(20261130);
        for (int i = 0; i < FLIPS_OF_FILE; i++) {
            byte[] flipped = whole.clone();
            int at = random.nextInt(flipped.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(holds(flipped)).as("octet %d to %02x", at, flipped[at]).isFalse();
        }
    }

    @Test
    void everyOctetOfTheDirectoryCounts() throws IOException {
        int directory = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        for (int at = directory; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at]++;
            assertThat(holds(changed)).as("octet %d", at).isFalse();
        }
    }

    @Test
    void flippedOctetIsFoundInEveryPart() throws IOException {
        Random random = new Random(20261123);
        for (String name : parts.keySet()) {
            byte[] honest = parts.get(name);
            for (int i = 0; i < FLIPS_PER_PART; i++) {
                byte[] flipped = honest.clone();
                int at = random.nextInt(flipped.length);
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                Map<String, byte[]> changed = new LinkedHashMap<>(parts);
                changed.put(name, flipped);
                assertThat(holds(changed))
                        .as("%s octet %d from %02x to %02x", name, at, honest[at], flipped[at])
                        .isFalse();
            }
        }
    }

    @Test
    void missingPartIsFound() throws IOException {
        for (String name : parts.keySet()) {
            Map<String, byte[]> changed = new LinkedHashMap<>(parts);
            changed.remove(name);
            assertThat(holds(changed)).as(name).isFalse();
        }
    }

    @Test
    void truncatedOrPaddedPartIsFound() throws IOException {
        for (String name : parts.keySet()) {
            byte[] honest = parts.get(name);
            Map<String, byte[]> changed = new LinkedHashMap<>(parts);
            changed.put(name, java.util.Arrays.copyOf(honest, honest.length - 1));
            assertThat(holds(changed)).as("%s cut", name).isFalse();
            changed.put(name, java.util.Arrays.copyOf(honest, honest.length + 1));
            assertThat(holds(changed)).as("%s padded", name).isFalse();
        }
    }
}
