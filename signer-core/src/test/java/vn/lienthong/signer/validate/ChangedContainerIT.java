package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;
import vn.lienthong.signer.validate.ValidationOutcome.Reason;
import vn.lienthong.signer.validate.ValidationOutcome.Unreadable;

/** A container whose files were swapped, added, removed or changed is never called valid. */
class ChangedContainerIT {
    @TempDir
    static Path folder;

    private static ValidationFixture fixture;
    private static SignatureValidator validator;
    private static List<byte[]> containers;

    @BeforeAll
    static void sign() throws IOException {
        fixture = new ValidationFixture(folder);
        validator = fixture.validator();
        containers = List.of(Files.readAllBytes(fixture.asicXades()), Files.readAllBytes(fixture.asicCades()));
    }

    private static ValidationOutcome outcome(byte[] container) throws IOException {
        return validator.validate(fixture.file("changed.asice", container));
    }

    private static boolean isValid(byte[] container) throws IOException {
        return outcome(container) instanceof Judged judged && judged.report().verdict() == Verdict.VALID;
    }

    @Test
    void repackedContainerIsValid() throws IOException {
        for (byte[] container : containers) {
            assertThat(isValid(zip(unzip(container)))).isTrue();
        }
    }

    @Test
    void changedFileIsNotValid() throws IOException {
        for (byte[] container : containers) {
            for (String name : List.of("cv.xml", "phuluc.txt")) {
                Map<String, byte[]> parts = unzip(container);
                parts.get(name)[3] ^= 1;
                assertThat(isValid(zip(parts))).as(name).isFalse();
            }
        }
    }

    @Test
    void swappedFilesAreNotValid() throws IOException {
        for (byte[] container : containers) {
            Map<String, byte[]> parts = unzip(container);
            byte[] first = parts.get("cv.xml");
            parts.put("cv.xml", parts.get("phuluc.txt"));
            parts.put("phuluc.txt", first);
            assertThat(isValid(zip(parts))).isFalse();
        }
    }

    @Test
    void addedRemovedOrRenamedFileIsNotValid() throws IOException {
        for (byte[] container : containers) {
            Map<String, byte[]> added = unzip(container);
            added.put("them.txt", new byte[] {1});
            assertThat(isValid(zip(added))).as("added").isFalse();
            Map<String, byte[]> removed = unzip(container);
            byte[] file = removed.remove("phuluc.txt");
            assertThat(isValid(zip(removed))).as("removed").isFalse();
            removed.put("khac.txt", file);
            assertThat(isValid(zip(removed))).as("renamed").isFalse();
        }
    }

    @Test
    void hostileZipIsItsOwnOutcome() throws IOException {
        Map<String, byte[]> traversal = unzip(containers.get(0));
        traversal.put("../etc/passwd", new byte[] {1});
        assertThat(outcome(zip(traversal))).isEqualTo(new Unreadable(Reason.ZIP_NAME_UNSAFE));
        Map<String, byte[]> folded = unzip(containers.get(0));
        folded.put("CV.XML", new byte[] {1});
        assertThat(outcome(zip(folded))).isEqualTo(new Unreadable(Reason.ZIP_NAMES_DOUBLED));
        Map<String, byte[]> bomb = unzip(containers.get(0));
        bomb.put("zeros", new byte[32 << 20]);
        assertThat(outcome(zip(bomb))).isEqualTo(new Unreadable(Reason.HOSTILE_ZIP));
        Map<String, byte[]> twin = unzip(containers.get(0));
        twin.put("cv.xmk", new byte[] {1});
        byte[] duplicate = replace(zip(twin), "cv.xmk", "cv.xml");
        assertThat(outcome(duplicate)).isEqualTo(new Unreadable(Reason.ZIP_NAMES_DOUBLED));
    }

    private static byte[] replace(byte[] octets, String from, String to) {
        return new String(octets, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                if (part.getKey().equals("mimetype")) {
                    CRC32 crc = new CRC32();
                    crc.update(part.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(part.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
