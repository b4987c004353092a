package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;

/** A changed document is never called valid, wherever it was changed. */
class ChangedDocumentIT {
    private static final int TRIES = 250;

    @TempDir
    static Path folder;

    private static ValidationFixture fixture;
    private static SignatureValidator validator;
    private static byte[] pdf;

    @BeforeAll
    static void sign() throws IOException {
        fixture = new ValidationFixture(folder);
        validator = fixture.validator();
        Path once = fixture.pdf(fixture.emptyPdf(), "once.pdf", SignatureLevel.BASELINE_B);
        pdf = Files.readAllBytes(fixture.pdf(once, "twice.pdf", SignatureLevel.BASELINE_T));
    }

    private static boolean isValid(byte[] document) throws IOException {
        return validator.validate(fixture.file("changed", document)) instanceof Judged judged
                && judged.report().verdict() == Verdict.VALID;
    }

    private static byte[] flip(byte[] honest, int at, int mask) {
        byte[] changed = honest.clone();
        changed[at] ^= (byte) mask;
        return changed;
    }

    private static byte[] insert(byte[] honest, int at, byte... octets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(honest, 0, at);
        out.writeBytes(octets);
        out.write(honest, at, honest.length - at);
        return out.toByteArray();
    }

    @Test
    void honestPdfIsValid() throws IOException {
        assertThat(isValid(pdf)).isTrue();
    }

    @Test
    void flippedPdfIsNotValid() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < TRIES; i++) {
            int at = random.nextInt(pdf.length);
            int mask = 1 + random.nextInt(255);
            assertThat(isValid(flip(pdf, at, mask)))
                    .as("octet %d xor %02x", at, mask)
                    .isFalse();
        }
    }

    @Test
    void flippedSignatureContainerIsNotValid() throws IOException {
        int start = lastContents();
        int end = start + cmsDigits(start);
        Random random = new Random(2);
        for (int i = 0; i < TRIES; i++) {
            int at = start + random.nextInt(end - start);
            byte[] changed = pdf.clone();
            changed[at] = (byte) "0123456789abcdefABCDEF".charAt(random.nextInt(22));
            if (changed[at] != pdf[at]) {
                assertThat(isValid(changed))
                        .as("digit %d from %c to %c", at - start, pdf[at], changed[at])
                        .isFalse();
            }
        }
    }

    /** Bouncy Castle took a timestamp's content under [4] for what was signed. */
    @Test
    void changedTagOfTheSignatureContainerIsNotValid() throws IOException {
        int start = lastContents();
        byte[] cms = HexFormat.of().parseHex(new String(pdf, start, cmsDigits(start), StandardCharsets.US_ASCII));
        assertThat(DerTags.changes(cms)).hasSizeGreaterThan(300);
        for (DerTags.Change change : DerTags.changes(cms)) {
            byte[] document = pdf.clone();
            byte[] digits = HexFormat.of().formatHex(change.in(cms)).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(digits, 0, document, start, digits.length);
            assertThat(isValid(document)).as(change.toString()).isFalse();
        }
    }

    @Test
    void dataInThePaddingIsNotValid() throws IOException {
        int start = lastContents();
        int padding = start + cmsDigits(start);
        for (int at : new int[] {padding, padding + 1, padding + 100}) {
            assertThat(pdf[at]).isEqualTo((byte) '0');
            assertThat(isValid(flip(pdf, at, 1))).as("padding %d", at).isFalse();
        }
    }

    @Test
    void truncatedPdfIsNotValid() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            int length = i < 10 ? pdf.length - 1 - i : random.nextInt(pdf.length);
            assertThat(isValid(Arrays.copyOf(pdf, length)))
                    .as("cut to %d", length)
                    .isFalse();
        }
    }

    @Test
    void insertedOctetsAreNotValid() throws IOException {
        Random random = new Random(4);
        for (int i = 0; i < 100; i++) {
            int at = random.nextInt(pdf.length + 1);
            byte octet = i % 2 == 0 ? (byte) ' ' : (byte) random.nextInt(256);
            assertThat(isValid(insert(pdf, at, octet)))
                    .as("%02x at %d", octet, at)
                    .isFalse();
        }
    }

    @Test
    void appendedUpdateIsNotValid() throws IOException {
        for (String tail : new String[] {"\n", "%", "\n%%EOF\n", "1 0 obj\n<<>>\nendobj\n"}) {
            assertThat(isValid(insert(pdf, pdf.length, tail.getBytes(StandardCharsets.US_ASCII))))
                    .as(tail)
                    .isFalse();
        }
        Path signed = fixture.file("signed.pdf", pdf);
        ByteArrayOutputStream updated = new ByteArrayOutputStream();
        try (var document = org.apache.pdfbox.Loader.loadPDF(signed.toFile())) {
            document.getDocumentInformation().setTitle("đổi");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(updated);
        }
        assertThat(updated.size()).isGreaterThan(pdf.length);
        assertThat(isValid(updated.toByteArray())).isFalse();
    }

    @Test
    void changedContentOfOtherFormatsIsNotValid() throws IOException {
        Random random = new Random(5);
        byte[] xml = Files.readAllBytes(fixture.xades());
        int from = indexOf(xml, "<so>", 0) + 4;
        int to = indexOf(xml, "</noiDung>", 0);
        for (int i = 0; i < 60; i++) {
            int at = from + random.nextInt(to - from);
            assertThat(isValid(flip(xml, at, 1 << random.nextInt(7))))
                    .as("xml %d", at)
                    .isFalse();
        }
        byte[] cms = Files.readAllBytes(fixture.cades());
        int text = indexOf(cms, "<congVan>", 0);
        for (int i = 0; i < 60; i++) {
            int at = text + random.nextInt(60);
            assertThat(isValid(flip(cms, at, 1 << random.nextInt(8))))
                    .as("cms %d", at)
                    .isFalse();
        }
    }

    private static int lastContents() {
        int at = -1;
        for (int next = indexOf(pdf, "/Contents <30", 0); next >= 0; next = indexOf(pdf, "/Contents <30", next + 1)) {
            at = next + "/Contents <".length();
        }
        assertThat(at).isPositive();
        return at;
    }

    /** Hexadecimal digits of the CMS: the header says how long it is. */
    private static int cmsDigits(int start) {
        String header = new String(pdf, start, 8, StandardCharsets.US_ASCII);
        assertThat(header).startsWith("3082");
        return 2 * (4 + Integer.parseInt(header.substring(4), 16));
    }

    static int indexOf(byte[] octets, String text, int from) {
        int found = new String(octets, StandardCharsets.ISO_8859_1)
                .indexOf(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1), from);
        return found;
    }
}
