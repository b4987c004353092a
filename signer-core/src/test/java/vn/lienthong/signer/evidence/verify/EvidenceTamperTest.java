package vn.lienthong.signer.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.evidence.file.EvidenceFile;

/** Whatever octet of whatever part is changed, some check fails. */
class EvidenceTamperTest {
    private static final int FLIPS_PER_PART = 60;
    private static EvidenceFixture fixture;
    private static Map<String, byte[]> parts;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeEvidence() throws IOException {
        fixture = new EvidenceFixture();
        EvidenceFile file = fixture.file();
        parts = unzip(EvidenceFixture.zip(new EvidenceFile(
                file.dispatch(), file.envelope(), file.entries(), file.heads(), file.certificates(), fixture.crls())));
    }

    private boolean holds(Map<String, byte[]> changed) throws IOException {
        Path path = folder.resolve("changed.zip");
        Files.write(path, zip(changed));
        return new EvidenceVerifier(fixture.anchors())
                .verify(path, Optional.empty())
                .holds();
    }

    @Test
    void repackedPartsHold() throws IOException {
        assertThat(holds(parts)).isTrue();
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
                boolean sameJson = name.equals("evidence.json") && isInsignificant(honest, at, flipped[at]);
                assertThat(sameJson || !holds(changed))
                        .as("%s octet %d from %02x to %02x", name, at, honest[at], flipped[at])
                        .isTrue();
            }
        }
    }

    /** White space between JSON tokens carries nothing; another white space there says the same. */
    private static boolean isInsignificant(byte[] honest, int at, byte now) {
        return Character.isWhitespace(honest[at]) && Character.isWhitespace(now);
    }

    @Test
    void missingPartIsFound() throws IOException {
        for (String name : parts.keySet()) {
            boolean optional = name.equals("README.txt") || name.startsWith("c");
            if (!optional) {
                Map<String, byte[]> changed = new LinkedHashMap<>(parts);
                changed.remove(name);
                assertThat(holds(changed)).as(name).isFalse();
            }
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

    static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
