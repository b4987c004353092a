package vn.lienthong.hsm.cli;

import java.io.PrintStream;
import java.security.interfaces.RSAPublicKey;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.lienthong.hsm.files.StateFiles;
import vn.lienthong.hsm.token.Pkcs11TokenKeys;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.cryptoki.TokenKey;

/** {@code list}: one line for each key pair on the token. */
final class ListCommand {
    private final Options options;
    private final PrintStream out;

    ListCommand(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    int run() throws TokenFault {
        try (Pkcs11TokenKeys token = OpenedToken.of(options, new StateFiles(options.state()))) {
            List<TokenKey> keys = token.all().stream()
                    .sorted(Comparator.comparing(TokenKey::label))
                    .toList();
            for (TokenKey key : keys) {
                String kind = key.publicKey() instanceof RSAPublicKey rsa
                        ? "RSA-" + rsa.getModulus().bitLength()
                        : key.publicKey().getAlgorithm() + " P-256";
                out.printf(
                        Locale.ROOT,
                        "%-28s %-10s id=%s%n",
                        key.label(),
                        kind,
                        key.id().hex());
            }
            return 0;
        }
    }
}
