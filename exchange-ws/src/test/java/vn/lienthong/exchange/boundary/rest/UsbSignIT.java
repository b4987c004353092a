package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.it.Commands;
import vn.lienthong.exchange.it.UsbToken;

/** The reference program signs files on the running server with a token that the server never sees. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsbSignIT {
    private static final Path STATE = Path.of(System.getProperty("lienthong.it.state", "."));

    @TempDir
    static Path folder;

    private UsbToken token;

    @BeforeAll
    void setUp() throws Exception {
        token = UsbToken.in(folder.resolve("usb"), STATE);
        token.issue("an", "rsa:2048", "Nguyễn Văn An");
        Files.write(folder.resolve("cong van.pdf"), RestSigningIT.pdf());
    }

    @Test
    void pdfsigAcceptsTheSignedFile() throws Exception {
        Commands.Result result = sign("nguyen-van-an", "signed.pdf");
        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).contains("✔ Đã ký: ").contains("Nguyễn Văn An");
        assertThat(Commands.succeed(folder, List.of("pdfsig", "-nocert", "signed.pdf")))
                .contains("Signature is Valid");
    }

    @Test
    void tellsTheOfficialWhatTheServerRefuses() throws Exception {
        assertThat(sign("kiem-toan", "refused.pdf", "--lang", "en").output()).contains("(not-permitted)");
        Path parameters = Files.writeString(folder.resolve("xades.json"), "{\"format\":\"XAdES\"}");
        Commands.Result refused = sign("nguyen-van-an", "refused.pdf", "--signature", parameters.toString());
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output()).contains("Máy chủ từ chối: ").contains("(document-not-signable)");
        assertThat(folder.resolve("refused.pdf")).doesNotExist();
    }

    private Commands.Result sign(String account, String out, String... more) throws Exception {
        List<String> command = UsbProgram.command(
                token,
                STATE,
                "sign",
                "--server",
                RestClient.uri("").toString(),
                "--account-file",
                STATE.resolve("secrets/" + account + ".token").toString(),
                "--file",
                folder.resolve("cong van.pdf").toString(),
                "--out",
                folder.resolve(out).toString());
        command.addAll(List.of(more));
        return Commands.run(folder, command);
    }
}
