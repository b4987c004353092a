package vn.lienthong.hsm.plan;

import java.nio.file.Path;
import java.util.Optional;
import vn.lienthong.signer.token.cryptoki.ModuleProfile;
import vn.lienthong.signer.token.profile.HsmProfile;

/**
 * The token that a ceremony is about.
 *
 * @param library its PKCS#11 module
 * @param module what the module is told at its start
 * @param pinFile holds the user's PIN and nothing else
 * @param securityOfficerPinFile the same of the security officer's; only where the token is made
 */
public record TokenSpec(
        HsmProfile profile,
        Path library,
        ModuleProfile module,
        String label,
        Path pinFile,
        Optional<Path> securityOfficerPinFile) {
    /** CK_TOKEN_INFO's field. Source: PKCS#11 v2.40 §3.2. */
    private static final int LONGEST_LABEL = 32;

    public TokenSpec {
        if (label.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_LABEL) {
            throw new ScriptException("a token's label has at most " + LONGEST_LABEL + " octets");
        }
    }
}
