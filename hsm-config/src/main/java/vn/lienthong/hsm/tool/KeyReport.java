package vn.lienthong.hsm.tool;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.lienthong.hsm.perform.Fingerprint;
import vn.lienthong.hsm.perform.OpenToken;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.cryptoki.SessionAccess;
import vn.lienthong.signer.token.cryptoki.TokenKey;

/** What keys are on the token, and whether they sign. */
final class KeyReport {
    private static final byte[] SAMPLE = "Liên Thông: thử khóa".getBytes(StandardCharsets.UTF_8);

    private final Arguments arguments;
    private final PrintStream out;

    KeyReport(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    /** One line a key: label, form, CKA_ID, certificates, fingerprint. */
    int list() throws TokenFault {
        try (OpenToken token = OpenToken.open(arguments.token(), SessionAccess.READ_ONLY)) {
            for (TokenKey key : sorted(token)) {
                int certificates = token.pairs()
                        .certificates(vn.lienthong.signer.token.KeyLocator.ofLabel(key.label()))
                        .size();
                out.printf(
                        Locale.ROOT,
                        "%-28s %-9s id=%s cert=%d sha256=%s%n",
                        key.label(),
                        form(key.publicKey()),
                        key.id().hex(),
                        certificates,
                        Fingerprint.of(key.publicKey()).hex());
            }
            return 0;
        }
    }

    /** Each key signs a sample, and the JDK verifies it by the key's public half. */
    int test() throws TokenFault {
        Optional<String> only = arguments.optional("--alias");
        int failed = 0;
        int tested = 0;
        try (OpenToken token = OpenToken.open(arguments.token(), SessionAccess.READ_ONLY)) {
            for (TokenKey key : sorted(token)) {
                if (only.isPresent() && !only.get().equals(key.label())) {
                    continue;
                }
                String fault = fault(token, key);
                tested++;
                failed += fault.isEmpty() ? 0 : 1;
                out.printf(
                        Locale.ROOT,
                        "%s %-28s %s %s%n",
                        fault.isEmpty() ? "✔" : "✘",
                        key.label(),
                        OpenToken.scheme(key.publicKey()),
                        fault);
            }
        }
        if (tested == 0) {
            out.println(arguments.say("Không có khóa nào để thử.", "There is no key to test."));
        }
        return tested > 0 && failed == 0 ? 0 : 1;
    }

    private static String fault(OpenToken token, TokenKey key) {
        SignatureScheme scheme = OpenToken.scheme(key.publicKey());
        try {
            Bytes signature = token.sign(new KeyAlias(key.label()), scheme, SAMPLE);
            Signature verifier = Signature.getInstance(scheme.jcaName());
            verifier.initVerify(key.publicKey());
            verifier.update(SAMPLE);
            return verifier.verify(signature.toArray()) ? "" : "the public key does not verify the signature";
        } catch (TokenFault | GeneralSecurityException | IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static List<TokenKey> sorted(OpenToken token) throws TokenFault {
        return token.pairs().all().stream()
                .sorted(Comparator.comparing(TokenKey::label))
                .toList();
    }

    private static String form(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> "RSA-" + rsa.getModulus().bitLength();
            case ECPublicKey ec -> "EC-P" + ec.getParams().getOrder().bitLength();
            case EdECPublicKey ed -> ed.getParams().getName();
            default -> key.getAlgorithm();
        };
    }
}
