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

/** The page for operators of keys: its calls are run as they stand there, and answer what it says. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class KeyPolicyDocIT {
    private static final Pattern BLOCK = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);
    private static final String DEMONSTRATION = "S=http://127.0.0.1:8080/api/v1; P=$PWD/.lienthong/secrets\n";

    @TempDir
    Path folder;

    @Test
    void itsCallsDoWhatItSays() throws Exception {
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        Matcher blocks = BLOCK.matcher(Files.readString(Checkout.root().resolve("docs/key-policy.md")));
        while (blocks.find()) {
            script.append(blocks.group(1)).append('\n');
        }
        assertThat(script).contains(DEMONSTRATION);
        Path secrets = Path.of(System.getProperty("lienthong.it.state"))
                .resolve("secrets")
                .toAbsolutePath();
        String here = "S=" + RestClient.uri("/api/v1") + "; P=" + secrets + "\n";
        Path file =
                Files.writeString(folder.resolve("calls.sh"), script.toString().replace(DEMONSTRATION, here));

        Commands.Result result = Commands.run(folder, List.of("bash", file.toString()));

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output())
                .containsSubsequence(
                        "\"usedToday\"",
                        "\"effective\"",
                        "key-use-not-allowed",
                        "second-person-needed",
                        "\"proposed\"",
                        "\"effective\"",
                        "\"signatures\"",
                        "key-quota-used-up",
                        "do-hieu-nang",
                        "key-not-yours",
                        "\"granted\"",
                        "\"signatures\"");
    }
}
