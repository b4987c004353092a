package vn.lienthong.hsm.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the command line says.
 *
 * @param state the state folder
 * @param module the PKCS#11 library, by its absolute path
 * @param crlBase where revocation lists are published, ending in a slash
 * @param english whether to speak English instead of Vietnamese
 */
record Options(String command, Path state, Path module, URI crlBase, boolean english) {
    /** A reserved name that nobody can own: who does not publish the demo's lists is told of them by file. */
    private static final String CRL_BASE = "http://crl.lienthong.example/";

    private static final Set<String> COMMANDS = Set.of("demo-pki", "list", "test");
    private static final Set<String> NAMES = Set.of("--state", "--module", "--crl-base", "--lang");

    /** @throws IllegalArgumentException with a sentence that names what is wrong */
    static Options parse(String... arguments) {
        if (arguments.length == 0 || !COMMANDS.contains(arguments[0])) {
            throw new IllegalArgumentException(
                    "usage: HsmConfigMain profiles|rehearse|perform|init|generate|csr|import|list|test|bench|destroy (docs/hsm.md), or demo-pki|list|test --state DIR --module LIBRARY [--crl-base URL/] [--lang vi|en]");
        }
        Map<String, String> given = new HashMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            if (!NAMES.contains(arguments[i])) {
                throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " wants a value");
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        return new Options(
                arguments[0],
                Path.of(required(given, "--state")).toAbsolutePath(),
                Path.of(required(given, "--module")).toAbsolutePath(),
                crlBase(given.getOrDefault("--crl-base", CRL_BASE)),
                given.getOrDefault("--lang", "vi").equals("en"));
    }

    private static String required(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static URI crlBase(String text) {
        if (!text.endsWith("/")) {
            throw new IllegalArgumentException("--crl-base ends in a slash");
        }
        return URI.create(text);
    }

    /** The sentence in the language that was asked for. */
    String say(String vietnamese, String inEnglish) {
        return english ? inEnglish : vietnamese;
    }
}
