package vn.lienthong.hsm.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hsm.files.Changes;
import vn.lienthong.hsm.files.Secrets;
import vn.lienthong.hsm.files.StateFiles;
import vn.lienthong.hsm.pki.Authority;
import vn.lienthong.hsm.pki.CertificateIssuer;
import vn.lienthong.hsm.pki.CertificateProfile;
import vn.lienthong.hsm.pki.CertificateRequest;
import vn.lienthong.hsm.pki.Pem;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.evidence.LogSealCertificate;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.TokenFault;

/** The whole demo PKI on disk, judged by OpenSSL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CeremonyIT {
    private static final Clock NOW = Clock.systemUTC();

    private final InMemoryTokenKeys token = new InMemoryTokenKeys();

    private Path state;

    @BeforeAll
    void performOnce(@TempDir Path folder) throws TokenFault {
        state = folder;
        assertThat(perform(NOW).all()).contains("pki/anchors/root-ca.pem", "pki/keys.json", "pki/tls/server.p12");
    }

    @Test
    void everyDocumentCertificatePassesStrictVerificationWithCurrentCrls() throws Exception {
        Path crls = Files.createTempFile("crls", ".pem");
        for (String authority : new String[] {"root-ca", "issuing-ca", "tsa-ca"}) {
            Path pem = Files.createTempFile(authority, ".pem");
            assertThat(OpenSsl.run("crl", "-inform", "DER", "-in", at("pki/crl/" + authority + ".crl"), "-out", pem))
                    .startsWith("0:");
            Files.writeString(crls, Files.readString(crls) + Files.readString(pem));
        }
        for (PlannedKey key : DemoPlan.plan().keys()) {
            if (key.purpose() == KeyPurpose.SOAP_ANSWERS) {
                continue;
            }
            Path chain = at(KeysFile.chainFile(key));
            assertThat(OpenSsl.run(
                            "verify",
                            "-x509_strict",
                            "-crl_check_all",
                            "-CRLfile",
                            crls,
                            "-purpose",
                            key.purpose() == KeyPurpose.TIMESTAMP ? "timestampsign" : "any",
                            "-CAfile",
                            at("pki/anchors/root-ca.pem"),
                            "-untrusted",
                            chain,
                            chain))
                    .startsWith("0:");
        }
    }

    @Test
    void machinesVerifyUnderTheirOwnAuthorityOnly() throws Exception {
        Path tls = at("pki/tls/server.pem");
        assertThat(OpenSsl.run(
                        "verify",
                        "-x509_strict",
                        "-purpose",
                        "sslserver",
                        "-verify_hostname",
                        "localhost",
                        "-CAfile",
                        at("pki/tls/ca.pem"),
                        tls))
                .startsWith("0:");
        assertThat(OpenSsl.run(
                        "verify",
                        "-purpose",
                        "sslserver",
                        "-verify_ip",
                        "127.0.0.1",
                        "-CAfile",
                        at("pki/tls/ca.pem"),
                        tls))
                .startsWith("0:");
        Path answers = at("pki/keys/soap-answers.pem");
        assertThat(OpenSsl.run("verify", "-x509_strict", "-CAfile", at("pki/tls/ca.pem"), answers))
                .startsWith("0:");
        assertThat(OpenSsl.run("verify", "-CAfile", at("pki/anchors/root-ca.pem"), answers))
                .doesNotStartWith("0:");
        Path ministry = at("pki/systems/ministry.pem");
        assertThat(OpenSsl.run("verify", "-x509_strict", "-CAfile", at("pki/systems-anchors/systems-ca.pem"), ministry))
                .startsWith("0:");
        assertThat(OpenSsl.run("verify", "-CAfile", at("pki/anchors/root-ca.pem"), ministry))
                .doesNotStartWith("0:");
        assertThat(OpenSsl.run(
                        "verify", "-CAfile", at("pki/systems-anchors/systems-ca.pem"), at("pki/systems/stranger.pem")))
                .doesNotStartWith("0:");
    }

    @Test
    void namesTheOfficialInVietnameseUtf8() throws Exception {
        assertThat(OpenSsl.run(
                        "x509",
                        "-noout",
                        "-subject",
                        "-nameopt",
                        "RFC2253,-esc_msb,utf8,show_type",
                        "-in",
                        at("pki/keys/official-nguyen-van-an.pem")))
                .contains("CN=UTF8STRING:Nguyễn Văn An")
                .contains("title=UTF8STRING:Chủ tịch")
                .contains("O=UTF8STRING:Ủy ban nhân dân tỉnh Bắc Kạn")
                .contains("C=PRINTABLESTRING:VN");
    }

    @Test
    void timestampCertificateAllowsNothingElse() throws Exception {
        assertThat(OpenSsl.run(
                        "x509",
                        "-noout",
                        "-ext",
                        "extendedKeyUsage,keyUsage,basicConstraints",
                        "-in",
                        at("pki/keys/tsa-1.pem")))
                .containsPattern("Extended Key Usage: critical\\s+Time Stamping\\s")
                .contains("CA:FALSE");
    }

    @Test
    void logSealCertificateNamesItsLogAndAllowsNothingElse() throws Exception {
        Path chain = at("pki/keys/log-seal.pem");
        assertThat(OpenSsl.run(
                        "x509",
                        "-noout",
                        "-ext",
                        "extendedKeyUsage,keyUsage,basicConstraints,subjectAltName",
                        "-in",
                        chain))
                .containsPattern(
                        "Extended Key Usage: critical\\s+" + LogSealCertificate.PURPOSE.replace(".", "\\.") + "\\s")
                .contains("CA:FALSE")
                .containsPattern(LogSealCertificate.NAME_TYPE.replace(".", "\\.") + ":.*lienthong-demo");
        assertThat(LogSealCertificate.log(
                        Pem.readCertificates(Files.readAllBytes(chain)).getFirst()))
                .contains(new LogId("lienthong-demo"));
        assertThat(LogSealCertificate.log(Pem.readCertificates(Files.readAllBytes(at("pki/keys/tsa-1.pem")))
                        .getFirst()))
                .isEmpty();
        assertThat(LogSealCertificate.log(
                        Pem.readCertificates(Files.readAllBytes(at("pki/keys/official-nguyen-van-an.pem")))
                                .getFirst()))
                .isEmpty();
    }

    @Test
    void certifiesAgainWhatIsCertifiedForAnotherPurpose() throws Exception {
        Path seal = at("pki/keys/log-seal.pem");
        byte[] own = Files.readAllBytes(seal);
        Authority issuing = new Authority(
                "issuing-ca",
                Pem.decryptedKey(
                        Files.readAllBytes(at("pki/private/issuing-ca.key")),
                        Files.readString(at("secrets/ca.password")).toCharArray()),
                Pem.readCertificates(Files.readAllBytes(at("pki/ca/issuing-ca.pem"))));
        PlannedKey planned = DemoPlan.plan().keys().stream()
                .filter(key -> key.purpose() == KeyPurpose.LOG_SEAL)
                .findFirst()
                .orElseThrow();
        X509Certificate older = new CertificateIssuer(NOW, new SecureRandom(), URI.create("http://crl.test/"))
                .issue(
                        CertificateRequest.of(
                                CertificateProfile.DOCUMENT_SIGNATURE,
                                planned.subject(),
                                Pem.readCertificates(own).getFirst().getPublicKey()),
                        issuing);
        Files.write(seal, Pem.certificates(List.of(older, issuing.certificate())));
        assertThat(perform(NOW).all()).containsExactly("pki/keys/log-seal.pem");
        assertThat(LogSealCertificate.log(
                        Pem.readCertificates(Files.readAllBytes(seal)).getFirst()))
                .contains(DemoPlan.LOG);
        assertThat(perform(NOW).all()).isEmpty();
    }

    @Test
    void keepsSecretsToTheirOwner() throws IOException {
        for (String secret : new String[] {"pki/private/root-ca.key", "pki/tls/server.p12", "secrets/ca.password"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(at(secret))))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.readString(at("pki/private/root-ca.key"))).contains("BEGIN ENCRYPTED PRIVATE KEY");
    }

    @Test
    void secondRunChangesNothing() throws TokenFault {
        assertThat(perform(NOW).all()).isEmpty();
    }

    @Test
    void renewsRevocationListsNearTheirEndAndNothingElse() throws TokenFault {
        Clock later = Clock.fixed(Instant.now(NOW).plus(Duration.ofDays(31)), ZoneOffset.UTC);
        assertThat(perform(later).all()).hasSize(4).allMatch(f -> f.endsWith(".crl"));
        perform(NOW);
    }

    @Test
    void certifiesAgainTheKeyThatTheTokenLost() throws TokenFault {
        token.lose(new KeyAlias("hash-p256"));
        assertThat(perform(NOW).all()).containsExactly("pki/keys/hash-p256.pem");
    }

    private Changes perform(Clock clock) throws TokenFault {
        StateFiles files = new StateFiles(state);
        Changes changes = new Changes();
        SecureRandom random = new SecureRandom();
        new Ceremony(files, changes, new Secrets(files, random, changes), random, clock, URI.create("http://crl.test/"))
                .perform(DemoPlan.plan(), token);
        return changes;
    }

    private Path at(String relative) {
        return state.resolve(relative);
    }
}
