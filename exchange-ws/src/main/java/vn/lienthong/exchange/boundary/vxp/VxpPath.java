package vn.lienthong.exchange.boundary.vxp;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A path of the operator's own under which VXP is served too, beside those that clients of the field have: what a
 * system's {@code service.endpoint} was before.
 *
 * @param prefix such as {@code /LGSP/adapter}; empty for none
 */
public record VxpPath(String prefix) {
    private static final Pattern FORM = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}){1,4}");

    /** What the first part may not be, since something else is served there. */
    private static final Set<String> TAKEN = Set.of(
            "api",
            "csc",
            "soap",
            "tsa",
            "status",
            "not-served",
            "openapi",
            "openapi-ui",
            "health",
            "metrics",
            "webjars",
            "XrdAdapter",
            "VXPAdapter");

    public VxpPath {
        if (!isWellFormed(prefix)) {
            throw new IllegalArgumentException("a path of VXP has one to four parts that nothing else is served under");
        }
    }

    public static boolean isWellFormed(String prefix) {
        return prefix.isEmpty()
                || FORM.matcher(prefix).matches()
                        && !TAKEN.contains(prefix.substring(1).split("/", 2)[0]);
    }
}
