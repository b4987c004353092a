package vn.lienthong.hsm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tool against a real SoftHSM. */
class HsmConfigIT {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void makesTheDemoOnceListsAndTestsItsKeys(@TempDir Path state) throws Exception {
        assertThat(run("demo-pki", state)).as(text(err)).isZero();
        assertThat(text(out)).contains("+ token lienthong-demo", "+ key official-nguyen-van-an");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("secrets/hsm.pin"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("tokens"))))
                .isEqualTo("rwx------");

        assertThat(run("demo-pki", state)).isZero();
        assertThat(text(out)).contains("không thay đổi gì").doesNotContain("+ ");

        assertThat(run("list", state)).isZero();
        assertThat(text(out))
                .containsPattern("official-nguyen-van-an +RSA-2048")
                .containsPattern("seal-ubnd-bac-kan +RSA-3072")
                .containsPattern("tsa-1 +EC P-256");

        assertThat(run("test", state)).isZero();
        assertThat(text(out).lines()).hasSize(10).allMatch(l -> l.startsWith("✔"));
    }

    @Test
    void saysInOneSentenceThatThePinIsWrong(@TempDir Path state) throws Exception {
        assertThat(run("demo-pki", state)).as(text(err)).isZero();
        Files.writeString(state.resolve("secrets/hsm.pin"), "wrong-pin");
        assertThat(run("list", state)).isEqualTo(1);
        assertThat(text(err)).contains("CKR_PIN_INCORRECT").hasLineCount(1).doesNotContain("wrong-pin");
    }

    @Test
    void saysInOneSentenceThatTheModuleIsNone(@TempDir Path state) {
        out.reset();
        assertThat(HsmConfigMain.run(
                        print(out), print(err), "demo-pki", "--state", state.toString(), "--module", "/none"))
                .isEqualTo(1);
        assertThat(text(err)).hasLineCount(1);
    }

    private int run(String command, Path state) {
        out.reset();
        err.reset();
        return HsmConfigMain.run(print(out), print(err), command, "--state", state.toString(), "--module", module());
    }

    private static String module() {
        return Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so")
                .filter(p -> Files.exists(Path.of(p)))
                .findFirst()
                .orElseThrow();
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
