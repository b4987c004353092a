package vn.lienthong.signer.sign.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.ades.AdesFixture;
import vn.lienthong.signer.testpki.DssJudge;
import vn.lienthong.signer.testpki.Issued;
import vn.lienthong.signer.testpki.Pem;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.validate.Verdict;

/** EN 319 102-1 §4.3: signatures that OpenSSL made, of one signer and of two, are raised as ours are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersRaisedIT {
    private static final List<SignatureLevel> WAY =
            List.of(SignatureLevel.BASELINE_T, SignatureLevel.BASELINE_LT, SignatureLevel.BASELINE_LTA);

    private Path folder;
    private AdesFixture fixture;

    @BeforeAll
    void setUp(@TempDir Path temporary) {
        folder = temporary;
        fixture = new AdesFixture(folder);
        signer("an", SignatureScheme.RSA_PKCS1_SHA256);
        signer("binh", SignatureScheme.ECDSA_SHA256);
        Pem.write(folder.resolve("ca.pem"), List.of(fixture.pki.intermediate()));
    }

    private void signer(String name, SignatureScheme scheme) {
        Issued issued = fixture.pki.issue(Profile.signer(name).withScheme(scheme));
        Pem.write(folder.resolve(name + ".pem"), List.of(issued.certificate()));
        Pem.write(folder.resolve(name + ".key"), issued.privateKey());
    }

    private Path openssl(String name, String... more) {
        String[] command = new String[] {
            "openssl",
            "cms",
            "-sign",
            "-binary",
            "-cades",
            "-outform",
            "DER",
            "-md",
            "sha256",
            "-in",
            "phu luc 1.txt",
            "-certfile",
            "ca.pem",
            "-signer",
            "an.pem",
            "-inkey",
            "an.key",
            "-out",
            name
        };
        String[] all = Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        Stranger made = Stranger.run(folder, all);
        assertThat(made.exitStatus()).as(made.said()).isZero();
        return folder.resolve(name);
    }

    @ParameterizedTest
    @CsvSource({"attached, 1", "detached, 1", "attached, 2"})
    void raisesWhatOpensslSigned(String kind, int signers) throws Exception {
        boolean detached = kind.equals("detached");
        String name = kind + signers;
        List<String> more = new ArrayList<>();
        if (!detached) {
            more.add("-nodetach");
        }
        if (signers == 2) {
            more.addAll(List.of("-signer", "binh.pem", "-inkey", "binh.key"));
        }
        Path current = openssl(name, more.toArray(String[]::new));
        List<NamedDocument> documents = detached ? fixture.documents(SignatureForm.CADES_DETACHED) : List.of();
        for (SignatureLevel level : WAY) {
            Path raised = folder.resolve(name + level);
            SignDocumentOutcome outcome =
                    fixture.signer().augmenter().augment(new AugmentRequest(current, documents, level, raised));
            assertThat(outcome).isInstanceOf(Signed.class);
            Optional<Path> beside = documents.stream().map(NamedDocument::file).findFirst();
            assertThat(DssJudge.failures(
                            raised, beside, fixture.pki, AdesFixture.format(SignatureForm.CADES_ATTACHED, level)))
                    .isEmpty();
            assertThat(fixture.report(raised, beside).verdict()).isEqualTo(Verdict.VALID);
            current = raised;
        }
        Stranger checked = Stranger.run(
                folder,
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                current.getFileName().toString(),
                "-content",
                "phu luc 1.txt",
                "-CAfile",
                "root.pem",
                "-purpose",
                "any",
                "-out",
                "content");
        assertThat(checked.exitStatus()).as(checked.said()).isZero();
        assertThat(Files.mismatch(folder.resolve("content"), folder.resolve("phu luc 1.txt")))
                .isEqualTo(-1);
    }
}
