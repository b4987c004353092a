package vn.lienthong.signer.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.evidence.file.EvidenceFile;
import vn.lienthong.signer.testpki.Profile;

/** Whoever holds some other key under the same authority makes no evidence, and one log does not speak for another. */
class LogIdentityTest {
    private static final Profile TSA = Profile.timestamping("TSA");
    private static final Profile SEAL = Profile.logSeal("Nhật ký", "demo");

    @TempDir
    Path folder;

    private EvidenceReport verify(EvidenceFile file, EvidenceVerifier verifier) throws IOException {
        return verifier.verify(
                Files.write(folder.resolve("evidence.zip"), EvidenceFixture.zip(file)), Optional.empty());
    }

    static List<Profile> sealersOfOtherThings() {
        return List.of(
                Profile.signer("Chủ tịch tỉnh"),
                Profile.signer("Chủ tịch tỉnh").withLog("demo"),
                Profile.timestamping("TSA"),
                Profile.timestamping("TSA").withLog("demo"),
                SEAL.withPurposes(),
                SEAL.withPurposes(SEAL.purposes().getFirst(), KeyPurposeId.id_kp_clientAuth),
                SEAL.withPurposes(KeyPurposeId.anyExtendedKeyUsage),
                SEAL.withPurposesNotCritical(),
                SEAL.withKeyUsage(0),
                SEAL.withKeyUsage(KeyUsage.keyEncipherment),
                SEAL.withKeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign),
                SEAL.withKeyUsage(KeyUsage.digitalSignature | KeyUsage.cRLSign),
                SEAL.withoutLog(),
                SEAL.withLog("Not a log id"));
    }

    @ParameterizedTest
    @MethodSource("sealersOfOtherThings")
    void refusesSealByAKeyForAnythingElse(Profile sealer) throws IOException {
        EvidenceFixture other = new EvidenceFixture(sealer, TSA);
        EvidenceReport report = verify(other.file(), other.verifier());
        assertThat(EvidenceVerifierTest.failed(report)).contains(CheckCode.SEAL_CERTIFICATE);
        assertThat(report.proven()).isEmpty();
    }

    @Test
    void refusesSealOfAnotherLogsKey() throws IOException {
        EvidenceFixture other = new EvidenceFixture(Profile.logSeal("Nhật ký khác", "other"), TSA);
        assertThat(EvidenceVerifierTest.failed(verify(other.file(), other.verifier())))
                .containsExactly(CheckCode.LOG_NAME);
    }

    @Test
    void refusesFileThatNamesAnotherLogThanItsHeads() throws IOException {
        EvidenceFixture fixture = new EvidenceFixture();
        EvidenceFile honest = fixture.file();
        EvidenceFile renamed = new EvidenceFile(
                new LogId("other"),
                honest.dispatch(),
                honest.envelope(),
                honest.entries(),
                honest.heads(),
                honest.certificates(),
                honest.crls());
        assertThat(EvidenceVerifierTest.failed(verify(renamed, fixture.verifier())))
                .containsExactly(CheckCode.LOG_NAME);
    }

    @Test
    void refusesAnotherLogThanTheOneThatWasAskedFor() throws IOException {
        EvidenceFixture fixture = new EvidenceFixture();
        EvidenceVerifier expecting = new EvidenceVerifier(fixture.anchors(), Optional.of(new LogId("x")), List.of());
        assertThat(EvidenceVerifierTest.failed(verify(fixture.file(), expecting)))
                .containsExactly(CheckCode.LOG_NAME);
        EvidenceVerifier right = new EvidenceVerifier(fixture.anchors(), Optional.of(EvidenceFixture.LOG), List.of());
        assertThat(verify(fixture.file(), right).proven().orElseThrow().log()).isEqualTo(EvidenceFixture.LOG);
    }

    static List<Profile> stampersOfOtherThings() {
        return List.of(
                TSA.withKeyUsage(KeyUsage.keyEncipherment),
                TSA.withKeyUsage(0),
                TSA.withKeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign));
    }

    @ParameterizedTest
    @MethodSource("stampersOfOtherThings")
    void refusesTimestampByACertificateForMore(Profile tsa) throws IOException {
        EvidenceFixture other = new EvidenceFixture(SEAL, tsa);
        assertThat(EvidenceVerifierTest.failed(verify(other.file(), other.verifier())))
                .containsExactly(CheckCode.TIMESTAMP_CERTIFICATE);
    }

    /** What the authority here would never do: stamp with a certificate for something else. */
    @ParameterizedTest
    @MethodSource("certificatesThatMayNotStamp")
    void refusesTimestampByAKeyForAnythingElse(Profile tsa) throws IOException {
        EvidenceFixture other = EvidenceFixture.stampedBy(tsa);
        EvidenceReport report = verify(other.file(), other.verifier());
        assertThat(EvidenceVerifierTest.failed(report))
                .containsAnyOf(CheckCode.HEAD_TIMESTAMP, CheckCode.TIMESTAMP_CERTIFICATE);
        assertThat(report.proven()).isEmpty();
    }

    static List<Profile> certificatesThatMayNotStamp() {
        return List.of(
                Profile.signer("Chủ tịch tỉnh"),
                SEAL,
                TSA.withPurposes(KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_clientAuth),
                TSA.withPurposesNotCritical());
    }
}
