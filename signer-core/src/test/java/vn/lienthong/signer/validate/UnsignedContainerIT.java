package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;

/** What a stranger can put into a container beside what is signed keeps it from being valid. */
class UnsignedContainerIT {
    private static final byte[] JUNK = "Chi 900 triệu".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NO_EXTRA = {};

    @TempDir
    static Path folder;

    private static DssSigner signer;
    private static SignatureValidator validator;
    private static final Map<String, byte[]> CONTAINERS = new LinkedHashMap<>();

    @BeforeAll
    static void sign() {
        signer = new DssSigner();
        validator = signer.validator(folder);
        List<DSSDocument> documents = List.of(
                new InMemoryDocument(ValidationFixture.XML, "cv.xml"), new InMemoryDocument(JUNK, "phuluc/1.txt"));
        CONTAINERS.put(
                "XAdES",
                signer.asicXades(
                        ASiCContainerType.ASiC_E, SignatureLevel.XAdES_BASELINE_LT, signer.official, documents));
        CONTAINERS.put(
                "CAdES",
                signer.asicCades(
                        ASiCContainerType.ASiC_E, SignatureLevel.CAdES_BASELINE_LTA, signer.official, documents));
    }

    private static Map<String, Consumer<Map<String, byte[]>>> attacks() {
        Map<String, Consumer<Map<String, byte[]>>> attacks = new LinkedHashMap<>();
        attacks.put("folder-of-nothing", parts -> parts.put("Đã duyệt chi 900/", new byte[0]));
        attacks.put("folder-of-nothing-in-meta-inf", parts -> parts.put("META-INF/chi 900/", new byte[0]));
        attacks.put("container.xml", parts -> parts.put("META-INF/container.xml", xml("<a>Chi 900</a>")));
        attacks.put("manifest-of-junk", parts -> parts.put("META-INF/manifest.xml", xml("<a>Chi 900</a>")));
        attacks.put("manifest-with-text", parts -> parts.put("META-INF/manifest.xml", odf("Chi 900")));
        attacks.put(
                "manifest-with-another-file",
                parts -> parts.put("META-INF/manifest.xml", odf(entry("khac.xml", "text/xml"))));
        attacks.put(
                "manifest-with-another-type",
                parts -> parts.put("META-INF/manifest.xml", odf(entry("cv.xml", "chi 900"))));
        attacks.put(
                "manifest-with-a-type-that-nobody-knows",
                parts -> parts.put("META-INF/manifest.xml", odf(entry("phuluc/1.txt", "chi/900"))));
        attacks.put(
                "manifest-with-a-file-twice",
                parts -> parts.put("META-INF/manifest.xml", odf(entry("cv.xml", "text/xml"))));
        attacks.put(
                "manifest-with-an-entry-without-a-path",
                parts -> parts.put("META-INF/manifest.xml", odf("<m:file-entry m:media-type='text/xml'/>")));
        attacks.put(
                "manifest-with-another-size",
                parts -> parts.put(
                        "META-INF/manifest.xml",
                        odf("<m:file-entry m:full-path='phuluc/1.txt' m:media-type='text/plain' m:size='900'/>")));
        attacks.put(
                "manifest-with-a-number-for-a-version",
                parts -> parts.put(
                        "META-INF/manifest.xml",
                        odf("<m:file-entry m:full-path='phuluc/1.txt' m:media-type='text/plain' m:version='900'/>")));
        attacks.put(
                "manifest-with-a-namespace",
                parts -> parts.put(
                        "META-INF/manifest.xml",
                        odf("<m:file-entry xmlns:x='Chi 900' m:full-path='phuluc/1.txt' m:media-type='text/plain'/>")));
        attacks.put("manifest-with-a-comment", parts -> parts.put("META-INF/manifest.xml", odf("<!-- Chi 900 -->")));
        attacks.put("evidence-record", parts -> parts.put("META-INF/evidencerecord.ers", JUNK));
        attacks.put("timestamp-of-junk", parts -> parts.put("META-INF/timestamp900.tst", JUNK));
        attacks.put(
                "timestamp-of-something-else",
                parts -> parts.put(
                        "META-INF/timestamp900.tst",
                        CmsForge.der(signer.timestamp(CmsForge.sha256(JUNK), signer.pki))));
        attacks.put("manifest-over-a-file", parts -> parts.put("META-INF/ASiCManifest900.xml", asic("cv.xml")));
        attacks.put(
                "archive-manifest-over-a-file",
                parts -> parts.put("META-INF/ASiCArchiveManifest900.xml", asic("phuluc/1.txt")));
        return attacks;
    }

    private static byte[] xml(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] odf(String inside) {
        return xml("<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0' m:version='1.2'>"
                + entry("/", "application/vnd.etsi.asic-e+zip") + entry("cv.xml", "text/xml") + inside
                + "</m:manifest>");
    }

    private static String entry(String path, String type) {
        return "<m:file-entry m:full-path='" + path + "' m:media-type='" + type + "'/>";
    }

    private static byte[] asic(String signature) {
        return xml("<ASiCManifest xmlns='http://uri.etsi.org/02918/v1.2.1#'><SigReference URI='" + signature
                + "'/><DataObjectReference URI='cv.xml'><Chi900/></DataObjectReference></ASiCManifest>");
    }

    private static Verdict verdict(byte[] container) throws IOException {
        ValidationOutcome outcome = validator.validate(Files.write(folder.resolve("c.asice"), container));
        return outcome instanceof Judged judged ? judged.report().verdict() : Verdict.INVALID;
    }

    @TestFactory
    Stream<DynamicTest> honestOnesAreValid() {
        return CONTAINERS.entrySet().stream()
                .flatMap(container -> Stream.of(
                        isValid(container.getKey(), container.getValue()),
                        isValid(
                                container.getKey() + " with a list of files",
                                changed(
                                        container.getValue(),
                                        parts -> parts.put(
                                                "META-INF/manifest.xml",
                                                odf("<m:file-entry m:full-path='phuluc/1.txt' m:media-type='text/plain'"
                                                        + " m:version='1.2' m:size='" + JUNK.length + "'/>")))),
                        isValid(container.getKey() + " packed again", zip(unzip(container.getValue()), NO_EXTRA)),
                        isValid(
                                container.getKey() + " with folders",
                                changed(container.getValue(), parts -> parts.put("phuluc/", new byte[0]))),
                        isValid(
                                container.getKey() + " with time in extra fields",
                                zip(unzip(container.getValue()), new byte[] {0x55, 0x54, 5, 0, 1, 0, 0, 0, 0}))));
    }

    private static DynamicTest isValid(String name, byte[] container) {
        return DynamicTest.dynamicTest(name, () -> {
            ValidationOutcome outcome = validator.validate(Files.write(folder.resolve("c.asice"), container));
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Judged.class,
                            judged -> assertThat(judged.report().verdict())
                                    .as(outcome.toString())
                                    .isEqualTo(Verdict.VALID));
        });
    }

    @TestFactory
    Stream<DynamicTest> noneIsValid() {
        return CONTAINERS.entrySet().stream()
                .flatMap(container -> Stream.concat(
                        attacks().entrySet().stream()
                                .map(attack -> isNotValid(
                                        container.getKey() + " " + attack.getKey(),
                                        changed(container.getValue(), attack.getValue()))),
                        Stream.of(isNotValid(
                                container.getKey() + " with a message in extra fields",
                                zip(unzip(container.getValue()), message())))));
    }

    private static DynamicTest isNotValid(String name, byte[] container) {
        return DynamicTest.dynamicTest(
                name, () -> assertThat(verdict(container)).isNotEqualTo(Verdict.VALID));
    }

    /** An extra field of a kind that nobody has registered. */
    private static byte[] message() {
        byte[] field = new byte[4 + JUNK.length];
        field[0] = 0x34;
        field[1] = 0x12;
        field[2] = (byte) JUNK.length;
        System.arraycopy(JUNK, 0, field, 4, JUNK.length);
        return field;
    }

    private static byte[] changed(byte[] container, Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> parts = unzip(container);
        change.accept(parts);
        return zip(parts, NO_EXTRA);
    }

    private static Map<String, byte[]> unzip(byte[] zip) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts, byte[] extra) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                CRC32 crc = new CRC32();
                crc.update(part.getValue());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(part.getValue().length);
                entry.setCrc(crc.getValue());
                if (!part.getKey().equals("mimetype") && extra.length > 0) {
                    entry.setExtra(extra);
                }
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
