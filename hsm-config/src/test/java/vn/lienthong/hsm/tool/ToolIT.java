package vn.lienthong.hsm.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hsm.perform.Folder;
import vn.lienthong.hsm.plan.ScriptException;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.TokenFault;

/** Each command on a real SoftHSM, and what works without C_InitToken on NSS. */
class ToolIT {
    @TempDir
    Path path;

    private Folder folder;
    private String said = "";

    @BeforeEach
    void softHsm() {
        folder = new Folder(path);
    }

    @Test
    void makesATokenAKeyARequestAndDestroysTheKey() throws Exception {
        assertThat(softHsm("init", "--security-officer-pin-file", file("so.pin")))
                .isZero();
        assertThat(said).contains("✔ initialise-token");
        assertThat(softHsm("generate", "--alias", "seal", "--form", "ec-p256", "--id", "0a"))
                .isZero();
        assertThat(softHsm(
                        "csr",
                        "--alias",
                        "seal",
                        "--common-name",
                        "Bắc Kạn",
                        "--organization",
                        "UBND",
                        "--file",
                        file("seal.csr")))
                .isZero();
        assertThat(folder.run("openssl", "req", "-in", "seal.csr", "-verify", "-noout"))
                .startsWith("0:");
        folder.run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "ca.key",
                "-out",
                "ca.pem",
                "-subj",
                "/CN=CA");
        folder.run(
                "openssl",
                "x509",
                "-req",
                "-in",
                "seal.csr",
                "-CA",
                "ca.pem",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-out",
                "seal.pem");
        assertThat(softHsm("import", "--alias", "seal", "--file", file("seal.pem")))
                .isZero();

        assertThat(softHsm("list")).isZero();
        Matcher line = Pattern.compile("seal +EC-P256 +id=0a cert=1 sha256=([0-9a-f]{64})")
                .matcher(said);
        assertThat(line.find()).as(said).isTrue();
        assertThat(softHsm("test")).isZero();
        assertThat(said).contains("✔ seal");
        assertThat(softHsm("bench", "--alias", "seal", "--seconds", "1")).isZero();
        assertThat(said).containsPattern("1 × ECDSA_SHA256: [0-9]+/s, ×1.00");

        assertThatThrownBy(() -> softHsm("destroy", "--alias", "seal", "--fingerprint", "00".repeat(32)))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("another fingerprint");
        assertThatThrownBy(() -> typed("", "destroy", "--alias", "seal"))
                .hasMessageContaining("no fingerprint was given: nothing was destroyed");
        assertThat(softHsm("test")).isZero();
        assertThat(typed(line.group(1) + "\n", "destroy", "--alias", "seal")).isZero();
        assertThat(said).contains("sẽ bị hủy vĩnh viễn", "✔ destroy-key-pair", "objects: 3");
        assertThat(softHsm("list")).isZero();
        assertThat(said).isEmpty();
        assertThat(softHsm("test", "--lang", "en")).isEqualTo(1);
        assertThat(said).contains("There is no key to test.");
    }

    @Test
    void aWrongPinIsTriedOnceACommand() throws Exception {
        softHsm("init", "--security-officer-pin-file", file("so.pin"));
        folder.secret("hsm.pin", "111111");
        assertThatThrownBy(() -> softHsm("list"))
                .isInstanceOfSatisfying(
                        TokenFault.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.PIN_REFUSED));
    }

    @Test
    void refusesOptionsThatAreMissingUnknownOrIrrelevant() {
        assertThatThrownBy(() -> softHsm("generate", "--alias", "seal")).hasMessage("--form is missing");
        assertThatThrownBy(() -> softHsm("list", "--alias", "seal")).hasMessageContaining("irrelevant for list");
        assertThatThrownBy(() -> softHsm("list", "--pin", "1")).hasMessageContaining("--pin is unknown or irrelevant");
        assertThatThrownBy(() -> softHsm("list", "--lang")).hasMessage("--lang wants a value");
        assertThatThrownBy(() -> softHsm("list", "--label", "again")).hasMessage("--label is given twice");
        assertThatThrownBy(() -> softHsm("generate", "--alias", "seal", "--form", "rsa-1024"))
                .hasMessageContaining("a form is rsa-2048");
        assertThatThrownBy(() -> softHsm("bench", "--alias", "seal", "--seconds", "61"))
                .hasMessageContaining("--seconds is 1 to 60");
        assertThatThrownBy(() -> softHsm("init")).hasMessage("--security-officer-pin-file is missing");
        assertThat(Tool.knows("list", "--state", "x")).isFalse();
        assertThat(Tool.knows("demo-pki")).isFalse();
    }

    @Test
    void listsTheProfilesAndWhichWereTried() throws Exception {
        assertThat(run("", "profiles", "--lang", "en")).isZero();
        assertThat(said).contains("softhsm: SoftHSM 2.6 (tried)", "luna: Thales Luna", "(untried)");
    }

    @Test
    void worksOnNssToo() throws Exception {
        Files.createDirectories(folder.at("nss"));
        assertThat(folder.run("certutil", "-N", "-d", "sql:" + folder.at("nss"), "-f", "hsm.pin"))
                .startsWith("0:");
        assertThatThrownBy(() -> nss("init", "--security-officer-pin-file", file("so.pin")))
                .hasMessageContaining("is not made by C_InitToken");
        assertThat(nss("generate", "--alias", "seal", "--form", "rsa-2048"))
                .as(said)
                .isZero();
        assertThat(nss(
                        "csr",
                        "--alias",
                        "seal",
                        "--common-name",
                        "x",
                        "--organization",
                        "y",
                        "--file",
                        file("nss.csr")))
                .isZero();
        assertThat(folder.run("openssl", "req", "-in", "nss.csr", "-verify", "-noout"))
                .startsWith("0:");
        assertThat(nss("test")).isZero();
        assertThat(nss("list")).isZero();
        Matcher line = Pattern.compile("seal +RSA-2048 .*sha256=([0-9a-f]{64})").matcher(said);
        assertThat(line.find()).as(said).isTrue();
        assertThat(nss("destroy", "--alias", "seal", "--fingerprint", line.group(1)))
                .isZero();
        assertThat(nss("list")).isZero();
        assertThat(said).isEmpty();
    }

    private String file(String name) {
        return folder.at(name).toString();
    }

    private int softHsm(String command, String... more) throws TokenFault {
        return typed("", command, more);
    }

    private int typed(String input, String command, String... more) throws TokenFault {
        return run(input, command, arguments(List.of("--profile", "softhsm", "--label", "tool"), more));
    }

    private int nss(String command, String... more) throws TokenFault {
        return run(
                "",
                command,
                arguments(List.of("--profile", "nss", "--configuration", file("nss"), "--label", "nss-tool"), more));
    }

    private String[] arguments(List<String> token, String... more) {
        List<String> all = new ArrayList<>(token);
        all.addAll(List.of("--pin-file", file("hsm.pin")));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private int run(String input, String command, String... rest) throws TokenFault {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(rest));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BufferedReader in = new BufferedReader(new StringReader(input))) {
            Tool tool = Tool.of(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    in,
                    Clock.systemUTC(),
                    all.toArray(String[]::new));
            return tool.run();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        } finally {
            said = out.toString(StandardCharsets.UTF_8);
        }
    }
}
