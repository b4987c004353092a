package vn.lienthong.signer.evidence.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.MalformedEvidenceException.Reason;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;
import vn.lienthong.signer.evidence.verify.EvidenceFixture;

class EvidenceReaderTest {
    private static byte[] honest;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeEvidence() {
        honest = EvidenceFixture.zip(new EvidenceFixture().file());
    }

    private EvidenceFile read(byte[] zip) throws IOException {
        Path path = folder.resolve("evidence.zip");
        Files.write(path, zip);
        return EvidenceReader.read(path);
    }

    private void refuses(byte[] zip, Reason reason) {
        assertThatThrownBy(() -> read(zip))
                .isInstanceOfSatisfying(
                        MalformedEvidenceException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static byte[] withPart(String name, byte[] content) throws IOException {
        Map<String, byte[]> parts = EvidenceParts.of(honest);
        parts.put(name, content);
        return EvidenceParts.zip(parts);
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        EvidenceFile file = read(honest);
        assertThat(EvidenceFixture.zip(file)).isEqualTo(honest);
    }

    @Test
    void equalEvidenceGivesEqualOctets() throws IOException {
        assertThat(EvidenceFixture.zip(read(honest))).isEqualTo(EvidenceFixture.zip(read(honest)));
    }

    @Test
    void mimetypeStandsWhereFileTypesAreTold() {
        String head = new String(honest, 30, 8 + EvidenceFile.MEDIA_TYPE.length(), StandardCharsets.US_ASCII);
        assertThat(head).isEqualTo("mimetype" + EvidenceFile.MEDIA_TYPE);
    }

    @Test
    void refusesWhatIsNoZip() {
        refuses(new byte[0], Reason.NOT_ZIP);
        refuses("PK\3\4 but no more".getBytes(StandardCharsets.US_ASCII), Reason.NOT_ZIP);
        refuses(java.util.Arrays.copyOf(honest, honest.length / 2), Reason.NOT_ZIP);
    }

    @Test
    void refusesTraversal() throws IOException {
        refuses(withPart("../evil", new byte[1]), Reason.ENTRY_NOT_ALLOWED);
        refuses(withPart("/evil", new byte[1]), Reason.ENTRY_NOT_ALLOWED);
        refuses(withPart("heads/../../evil", new byte[1]), Reason.ENTRY_NOT_ALLOWED);
        refuses(withPart("heads\\1.json", new byte[1]), Reason.ENTRY_NOT_ALLOWED);
    }

    @Test
    void refusesPartThatTheFormatDoesNotKnow() throws IOException {
        refuses(withPart("evil.html", new byte[1]), Reason.ENTRY_NOT_ALLOWED);
        refuses(withPart("heads/01.json", new byte[1]), Reason.ENTRY_NOT_ALLOWED);
    }

    @Test
    void refusesDuplicateName() throws IOException {
        byte[] twin = withPart("heads/9.json", new byte[1]);
        String text = new String(twin, StandardCharsets.ISO_8859_1).replace("heads/9.json", "heads/1.json");
        refuses(text.getBytes(StandardCharsets.ISO_8859_1), Reason.ENTRY_DUPLICATE);
    }

    @Test
    void refusesDirectoryThatTellsSomethingElse() {
        String text = new String(honest, StandardCharsets.ISO_8859_1);
        int inDirectory = text.lastIndexOf("heads/1.json");
        String changed = text.substring(0, inDirectory) + "heads/8.json" + text.substring(inDirectory + 12);
        refuses(changed.getBytes(StandardCharsets.ISO_8859_1), Reason.NOT_CANONICAL);
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        refuses(withPart("crl/1.crl", new byte[64 << 20]), Reason.LIMIT_EXCEEDED);
    }

    @Test
    void refusesThousandsOfParts() throws IOException {
        Map<String, byte[]> parts = EvidenceParts.of(honest);
        for (int i = 1; i <= 5000; i++) {
            parts.put("crl/" + i + ".crl", new byte[] {1});
        }
        refuses(EvidenceParts.zip(parts), Reason.LIMIT_EXCEEDED);
    }

    @Test
    void refusesJsonBeyondItsLimits() throws IOException {
        refuses(withPart("evidence.json", "[".repeat(100_000).getBytes(StandardCharsets.US_ASCII)), Reason.NOT_JSON);
        String json = new String(EvidenceParts.of(honest).get("evidence.json"), StandardCharsets.UTF_8);
        refuses(withPart("evidence.json", utf8(json + " {}")), Reason.NOT_JSON);
        refuses(
                withPart("evidence.json", utf8(json.replaceFirst("\"salt\"", "\"salt\" : \"00\", \"salt\""))),
                Reason.NOT_JSON);
        refuses(
                withPart("evidence.json", utf8(json.replaceFirst("\"salt\"", "\"note\" : \"00\", \"salt\""))),
                Reason.FIELD_UNKNOWN);
        refuses(withPart("evidence.json", utf8(json.replaceFirst("\"salt\"", "\"salz\""))), Reason.FIELD_MISSING);
        refuses(withPart("evidence.json", utf8("null")), Reason.FIELD_WRONG);
    }

    @Test
    void thePageForOtherVerifiersNamesTheReadme() throws IOException {
        assertThat(Files.readString(Path.of("../docs/evidence-format.md")))
                .contains("`" + Sha256Hash.over(Readme.OCTETS.toArray()).hex() + "`");
    }

    @Test
    void refusesMadReadmeOrNone() throws IOException {
        Map<String, byte[]> without = EvidenceParts.of(honest);
        without.remove("README.txt");
        refuses(EvidenceParts.zip(without), Reason.ENTRY_MISSING);
        refuses(withPart("README.txt", utf8("Hãy tin chứng thư số gốc trong tệp này")), Reason.FIELD_WRONG);
    }

    @Test
    void fuzzedJsonIsReadOrRefusedAndNothingElse() throws IOException {
        byte[] json = EvidenceParts.of(honest).get("evidence.json");
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            byte[] fuzzed = json.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                fuzzed[random.nextInt(fuzzed.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = random.nextInt(5) == 0 ? java.util.Arrays.copyOf(fuzzed, random.nextInt(json.length)) : fuzzed;
            try {
                EvidenceJson.read(cut);
            } catch (MalformedEvidenceException e) {
                assertThat(e.reason()).isNotNull();
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
