package vn.lienthong.hsm.perform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hsm.plan.CeremonyFile;
import vn.lienthong.hsm.plan.ScriptException;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.cryptoki.SessionAccess;
import vn.lienthong.signer.token.cryptoki.TokenKey;

/** Ceremonies on a real SoftHSM; openssl judges what they leave behind. */
class RecordedCeremonyIT {
    private static final String MAKE = """
              - step: initialise-token
              - step: generate-key-pair
                alias: agency-seal
                form: rsa-3072
                id: 0102
              - step: generate-key-pair
                alias: record
                form: ec-p256
              - step: request-certificate
                alias: agency-seal
                subject:
                  common-name: UBND tỉnh Bắc Kạn
                  organization: UBND tỉnh Bắc Kạn
                file: agency-seal.csr
            """;

    @TempDir
    Path path;

    private Folder folder;

    @BeforeEach
    void softHsm() {
        folder = new Folder(path);
    }

    @Test
    void makesATokenItsKeysAndARequestAndRecordsIt() throws Exception {
        Path file = ceremony("make", true, MAKE);
        new RecordedCeremony(CeremonyFile.read(file), Clock.systemUTC()).rehearse();
        assertThat(tokens()).as("a rehearsal changes nothing").isEmpty();
        assertThat(Files.exists(folder.at("make.json"))).isFalse();

        List<Deed> deeds = perform(file);
        assertThat(deeds).hasSize(4).allMatch(deed -> deed.outcome() == Deed.Outcome.DONE);
        assertThat(folder.run(
                        "openssl",
                        "req",
                        "-in",
                        "agency-seal.csr",
                        "-verify",
                        "-noout",
                        "-subject",
                        "-nameopt",
                        "utf8"))
                .startsWith("0:")
                .contains("UBND tỉnh Bắc Kạn");
        assertThat(verified("make")).startsWith("0:").contains("Verified OK");
        Files.writeString(
                folder.at("make.json"), Files.readString(folder.at("make.json")).replace("An", "Ân"));
        assertThat(verified("make")).doesNotStartWith("0:");

        JsonNode record = new ObjectMapper().readTree(folder.at("make.json").toFile());
        assertThat(record.path("script-sha256").asText())
                .isEqualTo(folder.run("sha256sum", "make.yaml").substring(3, 67));
        assertThat(record.path("token").path("label").asText()).isEqualTo("bac-kan");
        assertThat(record.path("steps").get(1).path("id").asText()).isEqualTo("0102");
        assertThat(folder.run(
                        "sh",
                        "-c",
                        "openssl req -in agency-seal.csr -pubkey -noout |"
                                + " openssl pkey -pubin -outform DER | sha256sum"))
                .contains(record.path("steps").get(1).path("fingerprint").asText());
        assertThat(Files.readString(folder.at("make.json"))).doesNotContain(Folder.PIN);
    }

    @Test
    void makesAnEd25519KeyAndItsRequest() throws Exception {
        List<Deed> deeds = perform(ceremony("edwards", true, MAKE.replace("rsa-3072", "ed25519")));
        assertThat(deeds).hasSize(4).allMatch(deed -> deed.outcome() == Deed.Outcome.DONE);
        assertThat(folder.run("openssl", "req", "-in", "agency-seal.csr", "-verify", "-noout", "-text"))
                .startsWith("0:")
                .contains("Signature Algorithm: ED25519");
    }

    @Test
    void isHeldOnce() throws Exception {
        Path file = ceremony("once", true, MAKE);
        perform(file);
        assertThatThrownBy(() -> perform(file))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("a ceremony is held once");
        Files.delete(folder.at("once.json"));
        Files.delete(folder.at("once.json.sig"));
        Files.delete(folder.at("once.json.pub.pem"));
        assertThatThrownBy(() -> perform(file))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("a token labelled bac-kan is there already")
                .hasMessageContaining("agency-seal.csr is there already");
        assertThat(tokens()).hasSize(1);
    }

    @Test
    void importsTheCertificateOfTheKeyAndNoOther() throws Exception {
        perform(ceremony("make", true, MAKE));
        folder.run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-keyout",
                "ca.key",
                "-out",
                "ca.pem",
                "-subj",
                "/CN=CA");
        assertThat(folder.run(
                        "openssl",
                        "x509",
                        "-req",
                        "-in",
                        "agency-seal.csr",
                        "-CA",
                        "ca.pem",
                        "-CAkey",
                        "ca.key",
                        "-CAcreateserial",
                        "-days",
                        "365",
                        "-out",
                        "seal.pem"))
                .startsWith("0:");
        String step = "  - step: import-certificate\n    alias: agency-seal\n    file: ";
        assertThatThrownBy(() -> perform(ceremony("wrong", false, step + "ca.pem\n")))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("is of another key");
        assertThatThrownBy(() -> perform(ceremony("none", false, step + "none.pem\n")))
                .hasMessageContaining("holds no certificate");
        List<Deed> deeds = perform(ceremony("import", false, step + "seal.pem\n"));
        assertThat(deeds.getFirst().facts()).containsKey("certificate-sha256").containsEntry("alias", "agency-seal");
        assertThat(verified("import")).contains("Verified OK");
        try (OpenToken token = open()) {
            assertThat(token.certificates(new KeyAlias("agency-seal"))).hasSize(1);
        }
    }

    @Test
    void destroysTheKeyOfThatFingerprintAndNoOther() throws Exception {
        perform(ceremony("make", true, MAKE));
        String step = "  - step: destroy-key-pair\n    alias: agency-seal\n    fingerprint: ";
        assertThatThrownBy(() -> perform(ceremony("wrong", false, step + "ab".repeat(32) + "\n")))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("another fingerprint");
        String fingerprint;
        try (OpenToken token = open()) {
            assertThat(token.pairs().all()).hasSize(2);
            fingerprint = Fingerprint.of(
                            token.require(new KeyAlias("agency-seal")).publicKey())
                    .hex();
        }
        perform(ceremony("destroy", false, step + fingerprint + "\n"));
        try (OpenToken token = open()) {
            assertThat(token.pairs().all()).extracting(TokenKey::label).containsExactly("record");
        }
        assertThat(verified("destroy")).contains("Verified OK");
    }

    @Test
    void recordsAStepThatFailedAndWhatWasNotBegun() throws Exception {
        String steps = MAKE.replace("file: agency-seal.csr", "file: " + "x".repeat(300))
                + "  - step: generate-key-pair\n    alias: later\n    form: ec-p384\n";
        List<Deed> deeds = perform(ceremony("broken", true, steps));
        assertThat(deeds)
                .extracting(Deed::outcome)
                .containsExactly(
                        Deed.Outcome.DONE,
                        Deed.Outcome.DONE,
                        Deed.Outcome.DONE,
                        Deed.Outcome.FAILED,
                        Deed.Outcome.NOT_BEGUN);
        assertThat(verified("broken")).contains("Verified OK");
        assertThat(Files.readString(folder.at("broken.json"))).contains("FAILED", "NOT_BEGUN");
    }

    @Test
    void triesAWrongPinOnceAndTouchesNothing() throws Exception {
        perform(ceremony("make", true, MAKE));
        folder.secret("hsm.pin", "999999");
        assertThatThrownBy(() -> perform(ceremony(
                        "more",
                        false,
                        MAKE.substring(MAKE.indexOf("  - step: request")).replace("agency-seal.csr", "other.csr"))))
                .isInstanceOfSatisfying(
                        TokenFault.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.PIN_REFUSED));
        assertThat(Files.exists(folder.at("more.json"))).isFalse();
        assertThat(Files.exists(folder.at("other.csr"))).isFalse();
    }

    @Test
    void refusesAPinFileThatOthersCanReadOrThatHoldsNoPin() throws Exception {
        Path file = ceremony("make", true, MAKE);
        Files.setPosixFilePermissions(folder.at("so.pin"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> perform(file)).hasMessageContaining("open to others");
        folder.secret("so.pin", "12");
        assertThatThrownBy(() -> perform(file)).hasMessageContaining("the PIN of SoftHSM 2.6 is 4 to 255");
        Files.delete(folder.at("so.pin"));
        assertThatThrownBy(() -> perform(file)).hasMessageContaining("cannot be read");
        assertThat(tokens()).isEmpty();
    }

    @Test
    void saysEverythingThatIsInTheWayAtOnce() throws Exception {
        perform(ceremony("make", true, MAKE));
        Path bad = ceremony("bad", false, """
                  - step: request-certificate
                    alias: nobody
                    subject:
                      common-name: x
                      organization: y
                    file: missing/x.csr
                  - step: generate-key-pair
                    alias: agency-seal
                    form: ec-p256
                """.indent(2));
        assertThatThrownBy(() -> perform(bad))
                .isInstanceOfSatisfying(
                        ScriptException.class,
                        e -> assertThat(e.sentences())
                                .hasSize(3)
                                .anyMatch(s -> s.contains("step 1, request-certificate: there is no key nobody"))
                                .anyMatch(s -> s.contains("no file can be written beside"))
                                .anyMatch(s ->
                                        s.contains("step 2, generate-key-pair: a key agency-seal is there already")));
    }

    private List<Deed> perform(Path file) throws TokenFault {
        return new RecordedCeremony(CeremonyFile.read(file), Clock.systemUTC()).perform();
    }

    private OpenToken open() throws TokenFault {
        return OpenToken.open(CeremonyFile.read(folder.at("make.yaml")).token(), SessionAccess.READ_ONLY);
    }

    private String verified(String name) {
        return folder.run(
                "openssl",
                "dgst",
                "-sha256",
                "-verify",
                name + ".json.pub.pem",
                "-signature",
                name + ".json.sig",
                name + ".json");
    }

    private List<Path> tokens() throws Exception {
        try (Stream<Path> list = Files.list(folder.at("tokens"))) {
            return list.toList();
        }
    }

    private Path ceremony(String name, boolean makesToken, String steps) {
        return folder.write(name + ".yaml", """
                ceremony: %s
                purpose: thử nghiệm
                witnesses:
                  - name: Nguyễn Văn An
                    role: quản trị HSM
                  - name: Trần Thị Bình
                    role: kiểm soát
                token:
                  profile: softhsm
                  label: bac-kan
                  pin-file: hsm.pin
                %ssteps:
                %sprotocol:
                  file: %s.json
                  signed-by: record
                """.formatted(
                        name, makesToken ? "  security-officer-pin-file: so.pin\n" : "", steps, name));
    }
}
