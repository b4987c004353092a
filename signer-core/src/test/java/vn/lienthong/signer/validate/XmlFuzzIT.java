package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;

/** Random changes of signed XML: nothing throws, and what is still valid is the same document in other octets. */
class XmlFuzzIT {
    private static final int TRIES = 250;

    @TempDir
    static Path folder;

    private static SignatureValidator validator;
    private static DssSigner signer;

    @BeforeAll
    static void trust() {
        signer = new DssSigner();
        validator = signer.validator(folder);
    }

    private static boolean isValid(byte[] document) throws IOException {
        return validator.validate(Files.write(folder.resolve("fuzz.xml"), document)) instanceof Judged judged
                && judged.report().verdict() == Verdict.VALID;
    }

    /**
     * Canonical octets without the white space between base64 digits, and without the Ids of what is not signed, which
     * nothing refers to: what no reader of the document can tell apart.
     */
    private static String meaning(byte[] xml) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_OMIT_COMMENTS).canonicalize(xml, out, true);
            return out.toString(StandardCharsets.UTF_8).replaceAll(" Id=\"[^\"]*\"|\\s", "");
        } catch (XMLSecurityException | java.io.IOException e) {
            return "";
        }
    }

    private static byte[] changed(byte[] honest, Random random) {
        byte[] octets = honest.clone();
        int at = random.nextInt(octets.length);
        switch (random.nextInt(5)) {
            case 0 -> octets[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> octets[at] = (byte) random.nextInt(256);
            case 2 -> octets[at] = (byte) "<>&'\" /!?-=#AB01+".charAt(random.nextInt(17));
            case 3 -> {
                int length = Math.min(1 + random.nextInt(40), octets.length - at);
                byte[] shorter = new byte[octets.length - length];
                System.arraycopy(octets, 0, shorter, 0, at);
                System.arraycopy(octets, at + length, shorter, at, shorter.length - at);
                return shorter;
            }
            default -> {
                int from = random.nextInt(octets.length);
                int length = Math.min(1 + random.nextInt(60), octets.length - from);
                byte[] longer = new byte[octets.length + length];
                System.arraycopy(octets, 0, longer, 0, at);
                System.arraycopy(octets, from, longer, at, length);
                System.arraycopy(octets, at, longer, at + length, octets.length - at);
                return longer;
            }
        }
        return octets;
    }

    private static void fuzz(byte[] honest, long seed) throws IOException {
        assertThat(isValid(honest)).isTrue();
        String meaning = meaning(honest);
        Random random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            byte[] octets = changed(honest, random);
            if (!Arrays.equals(octets, honest) && isValid(octets)) {
                String changed = meaning(octets);
                assertThat(changed.equals(meaning))
                        .as("try %d: ...%s", i, difference(meaning, changed))
                        .isTrue();
            }
        }
    }

    private static String difference(String honest, String changed) {
        int at = 0;
        while (at < Math.min(honest.length(), changed.length()) && honest.charAt(at) == changed.charAt(at)) {
            at++;
        }
        return changed.substring(Math.max(0, at - 60), Math.min(changed.length(), at + 60));
    }

    private static byte[] signed(SignaturePackaging packaging, SignatureLevel level) {
        return signer.xades(
                XmlAttacks.LETTER.getBytes(StandardCharsets.UTF_8), packaging, level, signer.official, p -> {});
    }

    @Test
    void envelopedB() throws IOException {
        fuzz(signed(SignaturePackaging.ENVELOPED, SignatureLevel.XAdES_BASELINE_B), 1);
    }

    @Test
    void envelopingT() throws IOException {
        fuzz(signed(SignaturePackaging.ENVELOPING, SignatureLevel.XAdES_BASELINE_T), 2);
    }

    @Test
    void envelopedLt() throws IOException {
        fuzz(signed(SignaturePackaging.ENVELOPED, SignatureLevel.XAdES_BASELINE_LT), 3);
    }

    @Test
    void randomOctetsThatBeginLikeXmlThrowNothing() throws IOException {
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            byte[] octets = new byte[random.nextInt(2000)];
            random.nextBytes(octets);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(
                    "<a><ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'>".getBytes(StandardCharsets.UTF_8));
            out.writeBytes(octets);
            assertThat(isValid(out.toByteArray())).isFalse();
        }
    }
}
