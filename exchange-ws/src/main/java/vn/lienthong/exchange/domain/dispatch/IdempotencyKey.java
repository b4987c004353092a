package vn.lienthong.exchange.domain.dispatch;

import java.util.regex.Pattern;

/**
 * A client's own name for one request, so that it can repeat it safely.
 *
 * @param value 1 to 128 printable ASCII characters
 */
public record IdempotencyKey(String value) {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,128}");

    public IdempotencyKey {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("an idempotency key is 1 to 128 printable ASCII characters");
        }
    }

    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }
}
