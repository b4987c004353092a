package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.ades.AdesFixture;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;

/**
 * One octet anywhere in a signed file of our own, signed part or not, is another one. The system property {@code
 * changed.octets} says how many are tried in each file.
 */
class ChangedOctetIT {
    private static final int TRIES = Integer.getInteger("changed.octets", 150);

    @TempDir
    static Path folder;

    private static AdesFixture fixture;
    private static SignatureValidator validator;

    @BeforeAll
    static void prepare() {
        fixture = new AdesFixture(folder);
        validator = fixture.validator();
    }

    private static byte[] signed(SignatureForm form, SignatureLevel level) throws IOException {
        Path signed = folder.resolve(form.name());
        assertThat(fixture.sign(form, level, SignatureScheme.ECDSA_SHA256, signed))
                .isInstanceOf(Signed.class);
        return Files.readAllBytes(signed);
    }

    private static boolean isValid(byte[] document) throws IOException {
        return validator.validate(Files.write(folder.resolve("changed"), document)) instanceof Judged judged
                && judged.report().verdict() == Verdict.VALID;
    }

    /** @param harmless places where nobody is told anything */
    private static void changes(byte[] honest, int from, boolean text, IntPredicate harmless) throws IOException {
        assertThat(isValid(honest)).isTrue();
        Random random = new Random(17);
        for (int i = 0; i < TRIES; i++) {
            int at = from + random.nextInt(honest.length - from);
            byte[] changed = honest.clone();
            changed[at] = (byte) (text ? ' ' + random.nextInt(95) : changed[at] ^ (1 + random.nextInt(255)));
            if (changed[at] != honest[at] && !harmless.test(at)) {
                assertThat(isValid(changed))
                        .as("octet %d: %02x became %02x", at, honest[at], changed[at])
                        .isFalse();
            }
        }
    }

    @Test
    void cms() throws IOException {
        changes(signed(SignatureForm.CADES_ATTACHED, SignatureLevel.BASELINE_LTA), 0, false, at -> false);
    }

    /** An Id of the newest archive timestamp is called by nothing, and shown to nobody. */
    @Test
    void xml() throws IOException {
        byte[] honest = signed(SignatureForm.XADES_ENVELOPED, SignatureLevel.BASELINE_LTA);
        String xml = new String(honest, StandardCharsets.ISO_8859_1);
        int archive = xml.lastIndexOf("ArchiveTimeStamp Id=");
        changes(honest, 0, true, at -> {
            int id = xml.lastIndexOf("Id=\"", at);
            return archive > 0 && id >= archive && at < xml.indexOf('"', id + 4);
        });
    }

    @Test
    void jws() throws IOException {
        changes(signed(SignatureForm.JADES_FLATTENED, SignatureLevel.BASELINE_LTA), 0, true, at -> false);
    }

    /** What is added after the signature: the security store. The second file identifier is another one in each update. */
    @Test
    void pdf() throws IOException {
        byte[] honest = signed(SignatureForm.PADES, SignatureLevel.BASELINE_LT);
        String pdf = new String(honest, StandardCharsets.ISO_8859_1);
        int from = pdf.indexOf("%%EOF", pdf.indexOf("/Contents <30")) + "%%EOF".length();
        int second = pdf.indexOf('<', pdf.indexOf('>', pdf.indexOf("/ID", from)));
        changes(honest, from, false, at -> at > second && at < pdf.indexOf('>', second));
    }
}
