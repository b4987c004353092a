package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.simplereport.SimpleReport;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.testpki.Stranger;

/**
 * Documents of many structures, with octets changed, dropped, moved and put in their place what means something elsewhere:
 * each is refused by name, or signed so that DSS, pdfsig and PDFBox accept the signature over all of it. Nothing is thrown,
 * nothing hangs, nothing grows.
 */
class PadesFuzzIT {
    private static final String[] TOKENS = {
        "0000000000",
        "99999999999999999999",
        "obj",
        "endobj",
        "stream",
        "endstream",
        "xref",
        "trailer",
        "startxref",
        "/Prev",
        "/XRefStm",
        "/Length",
        "/Kids",
        "/Count",
        "/Encrypt",
        "1 0 R",
        "2 0 R",
        "<<",
        ">>",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "%",
        "null",
        "-1",
        "/W [8 8 8]",
        "/Index [0 8388607]",
        "/Size 8388608",
        "[[[[[[[[[[[[[[[[",
        "\0\0\0\0"
    };
    private static final List<byte[]> BASES = new ArrayList<>();
    private static Path folder;
    private static SigningFixture fixture;

    @BeforeContainer
    static void setUp() throws Exception {
        folder = Files.createTempDirectory("fuzz");
        fixture = new SigningFixture(folder);
        for (Samples sample : new Samples[] {
            Samples.TABLE,
            Samples.STREAMS,
            Samples.LINEARIZED_STREAMS,
            Samples.TEXT_FIELDS,
            Samples.HYBRID,
            Samples.ANNOTS_INDIRECT,
            Samples.HUGE_NUMBERS,
            Samples.SIGNED_BY_ANOTHER_PRODUCT,
            Samples.FORM_OF_XFA
        }) {
            BASES.add(Files.readAllBytes(sample.write(fixture)));
        }
    }

    @AfterContainer
    static void tearDown() throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> left = files.toList();
            assertThat(left).noneMatch(f -> f.toString().endsWith(".tmp"));
            for (Path file : left) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 800)
    void isRefusedByNameOrSignedAsOthersReadIt(
            @ForAll @IntRange(max = 8) int base, @ForAll @IntRange(min = 1, max = 2) int changes, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        byte[] octets = BASES.get(base);
        for (int i = 0; i < changes; i++) {
            octets = changed(octets, random);
        }
        Path file = Files.write(folder.resolve("mutated.pdf"), octets);
        SignDocumentOutcome outcome =
                fixture.signer.sign(fixture.request(file, "out.pdf", fixture.agency, Optional.empty()));
        Statistics.label("outcome")
                .collect(outcome.getClass().getSimpleName())
                .coverage(c -> c.check("Signed").percentage(p -> p > 3));
        switch (outcome) {
            case SignDocumentOutcome.Signed signed -> othersFindTheSignature(signed.document(), passed(file));
            case SignDocumentOutcome.Refused refused ->
                assertThat(folder.resolve("out.pdf")).doesNotExist();
            default -> throw new AssertionError("an outcome that has nothing to do with the document: " + outcome);
        }
    }

    /**
     * @param before whether DSS passes each signature that the document had before: one of another product whose certificate was
     *     changed is not ours to mend, but ours makes none fail that passed
     */
    private static void othersFindTheSignature(Path file, List<Boolean> before) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile());
                RandomAccessFile octets = new RandomAccessFile(file.toFile(), "r")) {
            PDSignature signature = document.getLastSignatureDictionary();
            EarlierSignature read = new EarlierSignature(
                    Optional.of(signature.getSubFilter()),
                    Optional.of(Bytes.of(signature.getContents())),
                    Arrays.stream(signature.getByteRange())
                            .asLongStream()
                            .boxed()
                            .toList());
            CoveredRange range = CoveredRange.of(read).orElseThrow();
            assertThat(range.end()).isEqualTo(octets.length());
            assertThat(EmbeddedCms.fits(read, range, octets)).isTrue();
        }
        List<Boolean> after = passed(file);
        assertThat(after).hasSize(before.size() + 1).contains(true);
        assertThat(after.stream().filter(passed -> !passed).count())
                .isLessThanOrEqualTo(before.stream().filter(passed -> !passed).count());
        String pdfsig =
                Stranger.run(folder, "pdfsig", "-nocert", file.toString()).said();
        assertThat(pdfsig).contains("Signature is Valid.").contains("Total document signed");
        Files.delete(file);
    }

    private static List<Boolean> passed(Path file) {
        SimpleReport report = Judge.report(file, fixture.pki);
        return report.getSignatureIdList().stream()
                .map(id -> report.getIndication(id) == Indication.TOTAL_PASSED)
                .toList();
    }

    private static byte[] changed(byte[] octets, Random random) {
        int at = interesting(octets, random);
        int length = Math.min(octets.length - at, 1 + random.nextInt(40));
        byte[] part = switch (random.nextInt(6)) {
            case 0 -> new byte[] {(byte) random.nextInt(256)};
            case 1 -> new byte[0];
            case 2 -> TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.ISO_8859_1);
            case 3 -> {
                int from = random.nextInt(octets.length);
                yield Arrays.copyOfRange(octets, from, Math.min(octets.length, from + 200));
            }
            case 4 -> Integer.toString(random.nextInt(octets.length)).getBytes(StandardCharsets.ISO_8859_1);
            default -> new byte[] {(byte) (octets[at] ^ 1 << random.nextInt(8))};
        };
        int dropped = random.nextBoolean() ? part.length : random.nextInt(length);
        int behind = Math.min(octets.length, at + dropped);
        byte[] changed = new byte[at + part.length + octets.length - behind];
        System.arraycopy(octets, 0, changed, 0, at);
        System.arraycopy(part, 0, changed, at, part.length);
        System.arraycopy(octets, behind, changed, at + part.length, octets.length - behind);
        return changed;
    }

    /** Structure is mostly at the end. */
    private static int interesting(byte[] octets, Random random) {
        int end = octets.length - 1;
        return random.nextBoolean() ? random.nextInt(end) : Math.max(0, end - random.nextInt(Math.min(end, 1500)));
    }
}
