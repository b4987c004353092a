package vn.lienthong.signer.sign.ades;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.augment.MaterialOutcome.Collected;
import vn.lienthong.signer.sign.augment.MaterialOutcome.NotCollected;
import vn.lienthong.signer.sign.augment.ValidationMaterial;
import vn.lienthong.signer.testpki.DssJudge;

/** Signatures of digests alone, at every level, and what somebody needs who raises a signature himself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DigestSignerIT {
    private Path folder;
    private AdesFixture fixture;
    private AdesSigner signer;
    private DigestSigner digests;

    @BeforeAll
    void setUp(@TempDir Path temporary) {
        folder = temporary;
        fixture = new AdesFixture(folder);
        signer = fixture.signer();
        digests = new DigestSigner(
                fixture.token, fixture.timestamps(), signer.augmenter(), fixture.revocation(), folder, fixture.clock);
    }

    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void signsADocumentThatIsElsewhereAtEveryLevel(SignatureLevel level) throws Exception {
        for (SignatureScheme scheme :
                List.of(SignatureScheme.ECDSA_SHA256, SignatureScheme.ECDSA_SHA384, SignatureScheme.RSA_PKCS1_SHA512)) {
            Path document = fixture.document("bang.bin").file();
            DigestSigner.Outcome outcome = sign(scheme, DigestSigner.Content.ANY, level);
            assertThat(outcome).isInstanceOf(DigestSigner.Outcome.Made.class);
            Path signature = Files.write(
                    folder.resolve(scheme + "-" + level + ".p7s"),
                    ((DigestSigner.Outcome.Made) outcome).cms().toArray());
            assertThat(DssJudge.failures(
                            signature,
                            Optional.of(document),
                            fixture.pki,
                            AdesFixture.format(SignatureForm.CADES_DETACHED, level)))
                    .isEmpty();
        }
        assertNothingIsLeft();
    }

    @Test
    void leavesToWhoeverHasThePdfWhatIsPutIntoIt() throws Exception {
        for (SignatureLevel level : List.of(SignatureLevel.BASELINE_LT, SignatureLevel.BASELINE_LTA)) {
            assertThat(sign(SignatureScheme.ECDSA_SHA256, DigestSigner.Content.PDF_BYTE_RANGE, level))
                    .isInstanceOfSatisfying(
                            DigestSigner.Outcome.NotMade.class,
                            no -> assertThat(((Refused) no.why()).reason()).isEqualTo(SignRefusal.LEVEL_NOT_POSSIBLE));
        }
        DigestSigner.Outcome made =
                sign(SignatureScheme.ECDSA_SHA256, DigestSigner.Content.PDF_BYTE_RANGE, SignatureLevel.BASELINE_T);
        Path signature = Files.write(
                folder.resolve("pdf.p7s"),
                ((DigestSigner.Outcome.Made) made).cms().toArray());
        assertComplete(signer.materials().collect(signature, List.of(), Optional.of(digest())));
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"PADES", "XADES_ENVELOPED", "XADES_DETACHED", "CADES_ATTACHED", "CADES_DETACHED", "JADES_FLATTENED"
            })
    void collectsWhatEveryFormNeeds(SignatureForm form) throws Exception {
        Path signed = folder.resolve("material-" + form);
        assertThat(fixture.sign(form, SignatureLevel.BASELINE_T, SignatureScheme.ECDSA_SHA256, signed))
                .isInstanceOf(Signed.class);
        List<NamedDocument> detached = form.isDetached() ? fixture.documents(form) : List.of();
        assertComplete(signer.materials().collect(signed, detached, Optional.empty()));

        AdesSigner without = fixture.signer(fixture.timestamps(), RevocationSources.none(), AdesLimits.DEFAULT);
        assertThat(without.materials().collect(signed, detached, Optional.empty()))
                .isInstanceOfSatisfying(
                        NotCollected.class,
                        no -> assertThat(no.why().reason()).isEqualTo(SignRefusal.REVOCATION_DATA_MISSING));
        byte[] octets = Files.readAllBytes(signed);
        octets[octets.length / 2] ^= 1;
        Path broken = form.isDetached() ? signed : Files.write(folder.resolve("broken-" + form), octets);
        List<NamedDocument> others = detached.stream()
                .map(document -> new NamedDocument(document.name(), folder.resolve("root.pem")))
                .toList();
        assertThat(signer.materials().collect(broken, others, Optional.empty())).isInstanceOf(NotCollected.class);
    }

    /** OpenSSL finds each path whole and not revoked by nothing but what was collected. */
    private void assertComplete(Object outcome) throws Exception {
        assertThat(outcome).isInstanceOf(Collected.class);
        ValidationMaterial material = ((Collected) outcome).material();
        assertThat(material.certificates()).doesNotHaveDuplicates().hasSizeGreaterThan(3);
        assertThat(material.crls()).doesNotHaveDuplicates().hasSize(2);
        Path crls = folder.resolve("crls.pem");
        Path certificates = folder.resolve("certificates.pem");
        Files.writeString(crls, pem("X509 CRL", material.crls()));
        Files.writeString(certificates, pem("CERTIFICATE", material.certificates()));
        for (Bytes each : material.certificates()) {
            Path certificate = folder.resolve("certificate.pem");
            Files.writeString(certificate, pem("CERTIFICATE", List.of(each)));
            Process openssl = new ProcessBuilder(
                            "openssl",
                            "verify",
                            "-crl_check_all",
                            "-CAfile",
                            folder.resolve("root.pem").toString(),
                            "-CRLfile",
                            crls.toString(),
                            "-untrusted",
                            certificates.toString(),
                            certificate.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(openssl.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(openssl.waitFor()).as(said).isZero();
        }
    }

    private static String pem(String label, List<Bytes> all) {
        StringBuilder text = new StringBuilder();
        for (Bytes each : all) {
            text.append("-----BEGIN ").append(label).append("-----\n");
            text.append(java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(each.toArray()));
            text.append("\n-----END ").append(label).append("-----\n");
        }
        return text.toString();
    }

    private DigestSigner.Outcome sign(SignatureScheme scheme, DigestSigner.Content content, SignatureLevel level)
            throws IOException {
        byte[] octets = Files.readAllBytes(fixture.document("bang.bin").file());
        Digest digest = scheme.digest().digest(octets);
        return digests.sign(fixture.key(scheme), digest, content, level);
    }

    private Digest digest() throws IOException {
        return SignatureScheme.ECDSA_SHA256
                .digest()
                .digest(Files.readAllBytes(fixture.document("bang.bin").file()));
    }

    private void assertNothingIsLeft() {
        assertThat(folder.toFile().list((dir, name) -> name.startsWith("ades"))).isEmpty();
    }
}
