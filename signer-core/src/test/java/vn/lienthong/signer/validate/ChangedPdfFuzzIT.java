package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.sign.SignatureLevel;

/** Random updates behind a signature are never valid, and no octets make the judge throw. */
class ChangedPdfFuzzIT {
    private static final int TRIES = 150;
    private static final List<String> BODIES = List.of(
            "null",
            "<<>>",
            "[]",
            "42",
            "(chu)",
            "/Ten",
            "<</Type /Page>>",
            "<</Type /Catalog /Pages 2 0 R>>",
            "<</Type /Annot /Subtype /Widget /FT /Sig /V 1 0 R>>",
            "<</Kids [1 0 R 2 0 R 3 0 R 4 0 R]>>",
            "1 0 R",
            "[[[[[[[[[[]]]]]]]]]]",
            RawUpdate.stream("", "q Q"),
            RawUpdate.stream("/Type /Metadata /Subtype /XML", "<x/>"),
            RawUpdate.stream("/Type /ObjStm /N 1 /First 4", "1 0 <<>>"),
            RawUpdate.stream("/Type /XRef /Size 1 /W [1 1 1]", "abc"));

    @TempDir
    static Path folder;

    private static PdfLab lab;
    private static byte[] signed;
    private static byte[] longTerm;

    @BeforeAll
    static void sign() {
        lab = new PdfLab(folder);
        signed = lab.sign(LabDocument.table(), SignatureLevel.BASELINE_T);
        longTerm = lab.extend(signed, eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_LT);
    }

    @Test
    void randomUpdatesAreNotValid() {
        Random random = new Random(17);
        for (int i = 0; i < TRIES; i++) {
            RawUpdate update = new RawUpdate(random.nextBoolean() ? signed : longTerm);
            int size = update.next();
            for (int objects = 1 + random.nextInt(3); objects > 0; objects--) {
                update.object(1 + random.nextInt(size), BODIES.get(random.nextInt(BODIES.size())));
            }
            byte[] changed = update.finish();
            assertThat(lab.isValid(changed)).as("update %d", i).isFalse();
        }
    }

    @Test
    void changedOctetsOfAnUpdateNeverThrow() {
        Random random = new Random(18);
        for (int i = 0; i < TRIES; i++) {
            byte[] changed = longTerm.clone();
            for (int octets = 1 + random.nextInt(4); octets > 0; octets--) {
                int at = signed.length + random.nextInt(longTerm.length - signed.length);
                changed[at] = (byte) random.nextInt(256);
            }
            lab.judge(changed);
        }
    }

    @Test
    void truncatedUpdatesAreNotValid() {
        Random random = new Random(19);
        for (int i = 0; i < TRIES / 3; i++) {
            int length = signed.length + 1 + random.nextInt(longTerm.length - signed.length - 2);
            assertThat(lab.isValid(Arrays.copyOf(longTerm, length)))
                    .as("cut to %d", length)
                    .isFalse();
        }
    }
}
