package vn.lienthong.signer.sign.cades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.testpki.DssJudge;
import vn.lienthong.signer.testpki.KeysInMemory;
import vn.lienthong.signer.testpki.Pem;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.timestamp.LocalTimestampSource;
import vn.lienthong.signer.timestamp.RandomSerialNumbers;
import vn.lienthong.signer.timestamp.TimestampAuthority;
import vn.lienthong.signer.timestamp.TimestampPolicy;
import vn.lienthong.signer.token.CertifiedKey;

/** ETSI EN 319 122-1 §6: files signed as CAdES-BASELINE-B and -T, which OpenSSL and DSS accept, and no other octets. */
class CadesSignerIT {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path folder;

    private final TestPki pki = TestPki.at(CLOCK.instant());
    private final KeysInMemory token = new KeysInMemory();
    private Path document;

    @BeforeEach
    void setUp() throws Exception {
        byte[] content = new byte[300_000];
        new Random(7).nextBytes(content);
        document = Files.write(folder.resolve("document.bin"), content);
        Pem.write(folder.resolve("root.pem"), List.of(pki.root()));
    }

    @ParameterizedTest
    @CsvSource({
        "RSA_PKCS1_SHA256,DETACHED,BASELINE_B",
        "RSA_PKCS1_SHA256,ATTACHED,BASELINE_T",
        "RSA_PSS_SHA384,DETACHED,BASELINE_T",
        "ECDSA_SHA256,ATTACHED,BASELINE_B",
        "ECDSA_SHA512,DETACHED,BASELINE_T"
    })
    void strangersAcceptTheSignatureAndNoOtherOctets(SignatureScheme scheme, Packaging packaging, SignatureLevel level)
            throws Exception {
        Path signed = folder.resolve("signed.p7s");
        SignDocumentOutcome outcome = sign(scheme, packaging, level, signed);
        assertThat(outcome).isInstanceOfSatisfying(Signed.class, s -> {
            assertThat(s.length()).isEqualTo(signed.toFile().length());
            assertThat(s.timestamp().isPresent()).isEqualTo(level == SignatureLevel.BASELINE_T);
        });
        assertThat(((Signed) outcome).digest()).isEqualTo(DigestAlgorithm.SHA256.digest(Files.readAllBytes(signed)));
        Optional<Path> detached = packaging == Packaging.DETACHED ? Optional.of(document) : Optional.empty();
        assertThat(openssl(detached)).contains("CMS Verification successful");
        assertThat(folder.resolve("out")).hasSameBinaryContentAs(document);
        assertThat(DssJudge.failures(
                        signed, detached, pki, "CAdES-" + level.name().replace('_', '-')))
                .isEmpty();

        Path changed = packaging == Packaging.DETACHED ? document : signed;
        byte[] octets = Files.readAllBytes(changed);
        octets[octets.length / 2] ^= 1;
        Files.write(changed, octets);
        assertThat(openssl(detached)).doesNotContain("CMS Verification successful");
        assertThat(DssJudge.failures(
                        signed, detached, pki, "CAdES-" + level.name().replace('_', '-')))
                .isNotEmpty();
    }

    @Test
    void anEmptyFileIsSignedToo() throws Exception {
        Files.write(document, new byte[0]);
        for (Packaging packaging : Packaging.values()) {
            Path signed = folder.resolve("signed.p7s");
            assertThat(sign(SignatureScheme.ECDSA_SHA256, packaging, SignatureLevel.BASELINE_B, signed))
                    .isInstanceOf(Signed.class);
            assertThat(openssl(packaging == Packaging.DETACHED ? Optional.of(document) : Optional.empty()))
                    .contains("CMS Verification successful");
            Files.delete(signed);
        }
    }

    @Test
    void leavesNothingBehindWhenTheTokenIsDownOrTheDocumentTooLarge() {
        CertifiedKey key = token.put("key", pki.issue(Profile.signer("Văn thư")));
        Path signed = folder.resolve("signed.p7s");
        SigningLimits small = new SigningLimits(1000, 1, 1, 1);
        assertThat(signer(Packaging.ATTACHED, small).sign(request(key, SignatureLevel.BASELINE_B, signed)))
                .isInstanceOfSatisfying(
                        SignDocumentOutcome.Refused.class,
                        r -> assertThat(r.reason()).isEqualTo(SignRefusal.DOCUMENT_TOO_LARGE));
        token.setDown(true);
        assertThat(signer(Packaging.ATTACHED, SigningLimits.DEFAULT)
                        .sign(request(key, SignatureLevel.BASELINE_B, signed)))
                .isInstanceOf(SignDocumentOutcome.TokenDown.class);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("document.bin", "root.pem");
    }

    private SignDocumentOutcome sign(SignatureScheme scheme, Packaging packaging, SignatureLevel level, Path signed) {
        CertifiedKey key = token.put("key", pki.issue(Profile.signer("Văn thư").withScheme(scheme)));
        return signer(packaging, SigningLimits.DEFAULT).sign(request(key, level, signed));
    }

    private SignRequest request(CertifiedKey key, SignatureLevel level, Path signed) {
        return new SignRequest(document, signed, key, level, SignatureDetails.NONE, Optional.empty());
    }

    private CadesSigner signer(Packaging packaging, SigningLimits limits) {
        CertifiedKey tsa = token.put("tsa", pki.issue(Profile.timestamping("TSA")));
        TimestampAuthority authority = new TimestampAuthority(
                new TimestampPolicy("1.3.6.1.4.1.99999.1.1", Duration.ofSeconds(1)),
                tsa,
                token,
                new RandomSerialNumbers(new SecureRandom()),
                CLOCK);
        return new CadesSigner(token, new LocalTimestampSource(authority), packaging, limits, folder, CLOCK);
    }

    private String openssl(Optional<Path> detached) {
        List<String> command = new ArrayList<>(List.of(
                "openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "signed.p7s", "-CAfile", "root.pem"));
        detached.ifPresent(d -> command.addAll(List.of("-content", d.toString())));
        command.addAll(List.of("-purpose", "any", "-out", "out"));
        return Stranger.run(folder, command.toArray(String[]::new)).said();
    }
}
