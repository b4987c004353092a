package vn.lienthong.exchange.wiring.config;

import java.nio.file.Path;

/** Where the key is that signs SOAP answers: in the token, or in a key store of its own. Exactly one of them is given. */
public sealed interface SoapKeyConfig {
    /** The key of that alias in the token. */
    record InToken(String alias) implements SoapKeyConfig {}

    /** The one key of a PKCS#12 file, opened with the password that the other file holds. */
    record InFile(Path keyStore, Path passwordFile) implements SoapKeyConfig {}

    private static void refuse(RawConfig raw, String key) {
        if (raw.has(key)) {
            throw new ConfigException("the key " + key + " is irrelevant, for soap-key-alias names a key of the token");
        }
    }

    static SoapKeyConfig parse(RawConfig raw) {
        if (raw.has("soap-key-alias")) {
            refuse(raw, "soap-key-store-file");
            refuse(raw, "soap-key-store-password-file");
            return new InToken(raw.text("soap-key-alias"));
        }
        if (!raw.has("soap-key-store-file")) {
            throw new ConfigException("one of the keys soap-key-alias and soap-key-store-file is missing");
        }
        return new InFile(raw.file("soap-key-store-file"), raw.file("soap-key-store-password-file"));
    }
}
