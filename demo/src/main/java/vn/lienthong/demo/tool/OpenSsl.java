package vn.lienthong.demo.tool;

import java.nio.file.Path;
import java.util.List;

/**
 * What OpenSSL says.
 *
 * @param holds whether it verified
 * @param said its last line
 */
public record OpenSsl(boolean holds, String said) {

    /** Whether the timestamp token is one over those octets, by an authority under the root. */
    public static OpenSsl timestamp(Path token, Path data, Path root, Path untrusted) {
        return run(List.of(
                "openssl",
                "ts",
                "-verify",
                "-token_in",
                "-in",
                token.toString(),
                "-data",
                data.toString(),
                "-CAfile",
                root.toString(),
                "-untrusted",
                untrusted.toString()));
    }

    /** Whether the detached CMS signature is one over those octets, by a signer under the root. */
    public static OpenSsl signature(Path cms, Path content, Path root, Path untrusted) {
        return run(List.of(
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                cms.toString(),
                "-content",
                content.toString(),
                "-CAfile",
                root.toString(),
                "-certfile",
                untrusted.toString(),
                "-purpose",
                "any",
                "-out",
                "/dev/null"));
    }

    private static OpenSsl run(List<String> command) {
        Tool.Said said = Tool.run(command);
        String verdict = said.lines().stream()
                .filter(l -> l.contains("Verification"))
                .findFirst()
                .orElse(said.text().strip());
        return new OpenSsl(said.status() == 0, verdict);
    }
}
