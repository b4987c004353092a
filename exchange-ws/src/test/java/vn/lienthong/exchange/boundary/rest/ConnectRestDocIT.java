package vn.lienthong.exchange.boundary.rest;

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

/** The page for those who connect: its commands are run as they stand there, by bash, curl, OpenSSL and Python. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ConnectRestDocIT {
    private static final Pattern BLOCK = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);
    private static final String DEMONSTRATION = "H=http://127.0.0.1:8080; S=$PWD/.lienthong/secrets\n";

    @TempDir
    Path folder;

    @Test
    void itsCommandsDoWhatItSays() throws Exception {
        String page = Files.readString(Checkout.root().resolve("docs/connect-rest.md"));
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        Matcher blocks = BLOCK.matcher(page);
        while (blocks.find()) {
            script.append(blocks.group(1)).append('\n');
        }
        assertThat(script).contains(DEMONSTRATION);
        String state = Path.of(System.getProperty("lienthong.it.state"))
                .resolve("secrets")
                .toAbsolutePath()
                .toString();
        String here = "H=http://127.0.0.1:" + RestClient.uri("/").getPort() + "; S=" + state + "\nexport TMPDIR="
                + folder + "\n";
        Path file = Files.writeString(
                folder.resolve("connect.sh"), script.toString().replace(DEMONSTRATION, here));

        Commands.Result result = Commands.run(folder, List.of("timeout", "120", "bash", file.toString()));

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output())
                .contains("the webhook was told")
                .contains("the signature is right")
                .contains("byte for byte what was sent")
                .contains("vn.lienthong.dispatch.delivered")
                .contains("vn.lienthong.dispatch.receipt-sealed")
                .contains("vn.lienthong.dispatch.status-changed")
                .contains("the evidence is here")
                .contains("\"outcome\":\"taken\"")
                .contains("{\"events\":1}")
                .contains("the same message, however it came");
    }
}
