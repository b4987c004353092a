package vn.lienthong.exchange.wiring.config;

import java.nio.file.Path;

/**
 * Keys, certificates and anchors.
 *
 * @param keysFile the certified keys of the token, {@code keys.json}
 * @param anchorsFolder certificates under which documents are valid
 * @param crlFolder revocation lists given as files
 * @param systemsAnchorsFolder certificates under which systems sign their SOAP requests
 * @param logSealKey alias of the key that seals the audit log
 */
public record TrustConfig(
        Path keysFile, Path anchorsFolder, Path crlFolder, Path systemsAnchorsFolder, String logSealKey) {
    static TrustConfig parse(RawConfig raw) {
        return new TrustConfig(
                raw.file("keys-file"),
                raw.directory("trust-anchors-folder"),
                raw.directory("crl-folder"),
                raw.directory("systems-anchors-folder"),
                raw.text("log-seal-key"));
    }
}
