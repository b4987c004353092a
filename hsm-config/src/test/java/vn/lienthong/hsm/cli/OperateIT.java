package vn.lienthong.hsm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hsm.perform.Folder;

/** What an operator reads and which exit status a script sees. */
class OperateIT {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path path;

    @Test
    void tellsEachEndingInOneSentence() {
        Folder folder = new Folder(path);
        String pin = folder.at("hsm.pin").toString();
        String[] token = {"--profile", "softhsm", "--label", "operate", "--pin-file", pin};
        assertThat(operate("profiles")).isZero();
        assertThat(text(out)).contains("luna", "(chưa thử)");

        assertThat(operate("list", "--pin", "1")).isEqualTo(2);
        assertThat(text(err)).contains("--pin").hasLineCount(1);
        assertThat(operate("list", token)).isEqualTo(1);
        assertThat(text(err)).startsWith("Token không làm được: ").contains("CKR_TOKEN_NOT_PRESENT");

        assertThat(operate(
                        "init",
                        with(
                                token,
                                "--security-officer-pin-file",
                                folder.at("so.pin").toString())))
                .as(text(err))
                .isZero();
        assertThat(operate(
                        "init",
                        with(
                                token,
                                "--security-officer-pin-file",
                                folder.at("so.pin").toString())))
                .isEqualTo(1);
        assertThat(text(err)).startsWith("Từ chối: a token labelled operate is there already");

        folder.secret("hsm.pin", "999999");
        assertThat(operate("list", with(token, "--lang", "en"))).isEqualTo(1);
        assertThat(text(err))
                .startsWith("The token cannot do it: ")
                .contains("CKR_PIN_INCORRECT")
                .doesNotContain("999999");

        assertThat(operate("rehearse", "--ceremony", folder.at("none.yaml").toString()))
                .isEqualTo(1);
        assertThat(text(err)).startsWith("Không đọc hoặc ghi được: ");
        folder.write("bad.yaml", "ceremony: x\n");
        assertThat(operate("rehearse", "--ceremony", folder.at("bad.yaml").toString()))
                .isEqualTo(1);
        assertThat(text(err)).startsWith("Từ chối: the field purpose is missing");
        assertThat(operate("list", "--profile", "abacus", "--label", "x", "--pin-file", pin))
                .isEqualTo(1);
        assertThat(text(err)).startsWith("no HSM profile is named abacus");
    }

    @Test
    void rehearsesAndPerformsAFile() {
        Folder folder = new Folder(path);
        Path file = folder.write("make.yaml", """
                ceremony: make
                purpose: thử nghiệm
                witnesses:
                  - name: Nguyễn Văn An
                    role: quản trị HSM
                  - name: Trần Thị Bình
                    role: kiểm soát
                token:
                  profile: softhsm
                  label: operate
                  pin-file: hsm.pin
                  security-officer-pin-file: so.pin
                steps:
                  - step: initialise-token
                  - step: generate-key-pair
                    alias: record
                    form: ec-p384
                protocol:
                  file: make.json
                  signed-by: record
                """);
        assertThat(operate("rehearse", "--ceremony", file.toString()))
                .as(text(err))
                .isZero();
        assertThat(text(out)).contains("○ initialise-token", "○ generate-key-pair", "Diễn tập đạt");
        assertThat(operate("perform", "--ceremony", file.toString()))
                .as(text(err))
                .isZero();
        assertThat(text(out)).contains("✔ generate-key-pair", "fingerprint: ", "Biên bản: ");
        assertThat(folder.run(
                        "openssl",
                        "dgst",
                        "-sha384",
                        "-verify",
                        "make.json.pub.pem",
                        "-signature",
                        "make.json.sig",
                        "make.json"))
                .contains("Verified OK");
    }

    private int operate(String command, String... rest) {
        out.reset();
        err.reset();
        return HsmConfigMain.operate(
                print(out), print(err), new BufferedReader(new StringReader("")), with(new String[] {command}, rest));
    }

    private static String[] with(String[] first, String... more) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
