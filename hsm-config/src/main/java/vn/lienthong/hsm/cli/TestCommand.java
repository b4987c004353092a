package vn.lienthong.hsm.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Locale;
import vn.lienthong.hsm.ceremony.KeyEntry;
import vn.lienthong.hsm.ceremony.KeysFile;
import vn.lienthong.hsm.files.StateFiles;
import vn.lienthong.hsm.pki.Pem;
import vn.lienthong.hsm.token.Pkcs11TokenKeys;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.TokenFault;

/** {@code test}: every key of {@code keys.json} signs in the token, and its certificate verifies what it signed. */
final class TestCommand {
    private static final byte[] SAMPLE = "Liên Thông: thử khóa".getBytes(StandardCharsets.UTF_8);

    private final Options options;
    private final PrintStream out;

    TestCommand(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    int run() throws TokenFault {
        StateFiles files = new StateFiles(options.state());
        int failed = 0;
        try (Pkcs11TokenKeys token = OpenedToken.of(options, files)) {
            for (KeyEntry key : KeysFile.read(files.readText(KeysFile.PATH))) {
                String outcome = outcome(token, files, key);
                failed += outcome.isEmpty() ? 0 : 1;
                out.printf(
                        Locale.ROOT,
                        "%s %-28s %s %s%n",
                        outcome.isEmpty() ? "✔" : "✘",
                        key.alias(),
                        key.scheme(),
                        outcome);
            }
        }
        return failed == 0 ? 0 : 1;
    }

    /** Empty if the key signs and verifies, else what is wrong with it. */
    private static String outcome(Pkcs11TokenKeys token, StateFiles files, KeyEntry key) {
        try {
            X509Certificate certificate =
                    Pem.readCertificates(files.read(key.chain())).getFirst();
            Bytes signature =
                    token.sign(key.alias(), key.scheme(), key.scheme().digest().digest(SAMPLE));
            Signature verifier = Signature.getInstance(key.scheme().jcaName());
            verifier.initVerify(certificate);
            verifier.update(SAMPLE);
            return verifier.verify(signature.toArray()) ? "" : "the certificate does not verify the signature";
        } catch (TokenFault | GeneralSecurityException e) {
            return e.getMessage() == null ? e.toString() : e.getMessage();
        }
    }
}
