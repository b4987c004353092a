package vn.lienthong.exchange.boundary.vxp;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/**
 * The {@code hash-file} of a request: SHA-256 in hexadecimal, either as usual or as the Java client writes it, without
 * the leading zero of every octet below 16.
 *
 * @param text lower-case
 */
record FileHash(String text) implements Predicate<Sha256Digest> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32,64}");

    FileHash {
        text = text.toLowerCase(Locale.ROOT);
    }

    /** Whether it can be the hash of anything. */
    boolean isWellFormed() {
        return FORM.matcher(text).matches();
    }

    @Override
    public boolean test(Sha256Digest digest) {
        return text.equals(digest.hex()) || text.equals(withoutLeadingZeros(digest));
    }

    private static String withoutLeadingZeros(Sha256Digest digest) {
        StringBuilder hex = new StringBuilder();
        for (byte octet : digest.toArray()) {
            hex.append(Integer.toHexString(octet & 0xff));
        }
        return hex.toString();
    }
}
