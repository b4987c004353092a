package vn.lienthong.exchange.domain.agency;

import java.util.regex.Pattern;

/**
 * A connected document-management system, such as {@code vxp.saas.02}: it holds the credentials and acts for one or
 * many agencies.
 */
public record SystemId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public SystemId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a system id is 1 to 64 of A-Z a-z 0-9 . _ -");
        }
    }

    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
