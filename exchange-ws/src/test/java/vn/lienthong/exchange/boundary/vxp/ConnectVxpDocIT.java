package vn.lienthong.exchange.boundary.vxp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.it.Checkout;
import vn.lienthong.exchange.it.Commands;

/** The page for those who connect: its commands are run as they stand there, by bash, curl and Python. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ConnectVxpDocIT {
    private static final Pattern BLOCK = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);
    private static final String DEMONSTRATION = "H=http://127.0.0.1:8080; S=$PWD/.lienthong/secrets\n";

    @TempDir
    Path folder;

    @Test
    void itsCommandsDoWhatItSays() throws Exception {
        String page = Files.readString(Checkout.root().resolve("docs/connect-vxp.md"));
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        Matcher blocks = BLOCK.matcher(page);
        while (blocks.find()) {
            script.append(blocks.group(1)).append('\n');
        }
        assertThat(script).contains(DEMONSTRATION);
        String here =
                "H=http://127.0.0.1:" + RunningServer.port() + "; S=" + secrets() + "\nexport TMPDIR=" + folder + "\n";
        Path file = Files.writeString(
                folder.resolve("connect.sh"), script.toString().replace(DEMONSTRATION, here));

        Commands.Result result = Commands.run(folder, List.of("bash", file.toString()));

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output())
                .contains("byte for byte what was sent")
                .contains("\"receiveStatusDesc\":\"Đã tiếp nhận\"")
                .contains("\"name\":\"Sở Nội vụ tỉnh Bắc Kạn\"")
                .contains("\"registered\":1")
                .doesNotContain("FAIL");
    }

    private static Path secrets() {
        return Path.of(System.getProperty("lienthong.it.state"))
                .resolve("secrets")
                .toAbsolutePath();
    }
}
