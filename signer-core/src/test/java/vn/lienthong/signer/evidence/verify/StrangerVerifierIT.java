package vn.lienthong.signer.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.evidence.file.EvidenceFile;
import vn.lienthong.signer.evidence.file.EvidenceParts;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.Stranger;

/** A verifier in another language, written from docs/evidence-format.md alone, comes to the same answers. */
class StrangerVerifierIT {
    private static final Path SCRIPT =
            Path.of("src/test/strangers/verify-evidence.py").toAbsolutePath();

    private final EvidenceFixture fixture = new EvidenceFixture();
    private final EvidenceFile honest = fixture.file();

    @TempDir
    Path folder;

    @BeforeEach
    void trustTheRoot() throws Exception {
        trust(fixture);
    }

    private void trust(EvidenceFixture whose) throws IOException, CertificateEncodingException {
        Files.writeString(
                folder.resolve("ROOT.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(whose.pki.root().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    private Stranger ask(byte[] evidence) throws IOException {
        Files.write(folder.resolve("evidence.zip"), evidence);
        return Stranger.run(folder, "python3", SCRIPT.toString(), "ROOT.pem", "evidence.zip");
    }

    private void refuses(String what, byte[] evidence) throws IOException {
        Stranger said = ask(evidence);
        assertThat(said.exitStatus()).as(what + ": " + said.said()).isEqualTo(1);
        assertThat(said.said()).as(what).startsWith("not valid: ").doesNotContain("Traceback");
    }

    @Test
    void findsTheHonestFileValid() throws IOException {
        Stranger said = ask(EvidenceFixture.zip(honest));
        assertThat(said.exitStatus()).as(said.said()).isZero();
        assertThat(said.said()).contains("3 entries of the log demo, in 2 batches");
    }

    @Test
    void comparesTheDocument() throws IOException {
        Files.write(folder.resolve("evidence.zip"), EvidenceFixture.zip(honest));
        Files.write(folder.resolve("right"), EvidenceFixture.CONTENT);
        Files.write(folder.resolve("wrong"), new byte[] {1});
        String[] command = {"python3", SCRIPT.toString(), "ROOT.pem", "evidence.zip", "right"};
        assertThat(Stranger.run(folder, command).exitStatus()).isZero();
        command[4] = "wrong";
        assertThat(Stranger.run(folder, command).said()).contains("CONTENT");
    }

    @Test
    void doesNotDecideWithoutLists() throws IOException {
        EvidenceFile without = new EvidenceFile(
                honest.log(),
                honest.dispatch(),
                honest.envelope(),
                honest.entries(),
                honest.heads(),
                honest.certificates(),
                List.of());
        assertThat(ask(EvidenceFixture.zip(without)).exitStatus()).isEqualTo(3);
    }

    @Test
    void refusesChangedParts() throws IOException {
        Random random = new Random(9162);
        for (Map.Entry<String, byte[]> part :
                EvidenceParts.of(EvidenceFixture.zip(honest)).entrySet()) {
            Map<String, byte[]> changed = EvidenceParts.of(EvidenceFixture.zip(honest));
            byte[] flipped = part.getValue().clone();
            int at = random.nextInt(flipped.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            changed.put(part.getKey(), flipped);
            refuses(part.getKey() + " octet " + at, EvidenceParts.zip(changed));
        }
    }

    @Test
    void refusesOtherSpellingsOfAToken() throws Exception {
        byte[] subjectKey = SubjectKeyIdentifier.fromExtensions(
                        new X509CertificateHolder(fixture.tsa.certificate().getEncoded()).getExtensions())
                .getKeyIdentifier();
        Map<String, byte[]> spellings = new LinkedHashMap<>(CmsSpellings.of(
                honest.heads().get(1L).timestamp(),
                List.of(fixture.pki.intermediate().getEncoded()),
                fixture.pki.crl(),
                subjectKey));
        List<String> constructed = spellings.keySet().stream()
                .filter(name -> name.startsWith("constructed string"))
                .skip(4)
                .toList();
        spellings.keySet().removeAll(constructed);
        for (Map.Entry<String, byte[]> spelling : spellings.entrySet()) {
            Map<String, byte[]> changed = EvidenceParts.of(EvidenceFixture.zip(honest));
            changed.put("heads/1.tst", spelling.getValue());
            refuses(spelling.getKey(), EvidenceParts.zip(changed));
        }
    }

    @Test
    void refusesSealsByOtherKeysAndRevokedOnes() throws Exception {
        EvidenceFixture official = new EvidenceFixture(Profile.signer("Chủ tịch tỉnh"), Profile.timestamping("TSA"));
        trust(official);
        refuses("an official's seal", EvidenceFixture.zip(official.file()));
        EvidenceFixture other =
                new EvidenceFixture(Profile.logSeal("Nhật ký khác", "other"), Profile.timestamping("TSA"));
        trust(other);
        refuses("another log's seal", EvidenceFixture.zip(other.file()));
        EvidenceFixture stamper = EvidenceFixture.stampedBy(Profile.signer("Chủ tịch tỉnh"));
        trust(stamper);
        refuses("an official's timestamp", EvidenceFixture.zip(stamper.file()));
        trust(fixture);
        fixture.pki.revoke(fixture.sealer.certificate(), EvidenceFixture.NOW.minusSeconds(1));
        refuses(
                "a revoked sealer",
                EvidenceFixture.zip(new EvidenceFile(
                        honest.log(),
                        honest.dispatch(),
                        honest.envelope(),
                        honest.entries(),
                        honest.heads(),
                        honest.certificates(),
                        fixture.crls())));
    }
}
