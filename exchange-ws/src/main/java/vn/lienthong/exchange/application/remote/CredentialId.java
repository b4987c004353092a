package vn.lienthong.exchange.application.remote;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/**
 * By what name applications know one key of one official. It says neither whose it is nor what the key is called.
 *
 * @param value 32 lower-case hexadecimal digits for those that exist
 */
public record CredentialId(String value) {
    private static final int OCTETS = 16;

    static CredentialId of(String account, String keyAlias) {
        byte[] name = (account + "\n" + keyAlias).getBytes(StandardCharsets.UTF_8);
        byte[] digest = DigestAlgorithm.SHA256.newMessageDigest().digest(name);
        return new CredentialId(HexFormat.of().formatHex(Arrays.copyOf(digest, OCTETS)));
    }
}
