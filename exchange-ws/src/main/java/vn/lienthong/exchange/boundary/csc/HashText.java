package vn.lienthong.exchange.boundary.csc;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/** Hashes as texts; what is wrong is refused in the words of the specification. */
public final class HashText {
    /** Base64 of either alphabet, with or without padding: clients differ, and so do versions of the specification. */
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{1,2000}={0,2}");

    private HashText() {}

    /** @throws CscRefusal {@code invalid_request} */
    public static DocumentHash hash(String base64) {
        byte[] octets =
                base64(base64).orElseThrow(() -> CscRefusal.invalidRequest("Invalid Base64 hash string parameter"));
        try {
            return DocumentHash.of(octets);
        } catch (IllegalArgumentException wrongLength) {
            throw CscRefusal.invalidRequest("Invalid digest value length");
        }
    }

    /** @throws CscRefusal {@code invalid_request} if one is not as long as the algorithm makes it */
    public static void checkLengths(DigestAlgorithm algorithm, List<DocumentHash> hashes) {
        if (!hashes.stream().allMatch(hash -> hash.octets().length == algorithm.length())) {
            throw CscRefusal.invalidRequest("Invalid digest value length");
        }
    }

    static Optional<byte[]> base64(String text) {
        if (!BASE64.matcher(text).matches()) {
            return Optional.empty();
        }
        String url = text.replace('+', '-').replace('/', '_').replace("=", "");
        try {
            return Optional.of(Base64.getUrlDecoder().decode(url));
        } catch (IllegalArgumentException cutShort) {
            return Optional.empty();
        }
    }
}
