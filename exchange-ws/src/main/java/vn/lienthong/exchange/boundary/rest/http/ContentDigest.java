package vn.lienthong.exchange.boundary.rest.http;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** The Content-Digest field: SHA-256 of the body as it travels. Source: RFC 9530 §2, RFC 9651 §3.2. */
public final class ContentDigest {
    public static final String HEADER = "Content-Digest";

    /** A dictionary of byte sequences; a caller may give other algorithms besides. */
    private static final Pattern MEMBER =
            Pattern.compile("\\s*([a-z*][a-z0-9_.*-]{0,30})=:([A-Za-z0-9+/]{0,200}={0,2}):\\s*");

    private ContentDigest() {}

    /**
     * The SHA-256 that the field states, or empty if there is no field.
     *
     * @throws FailureException with {@code parameter-invalid} if the field is malformed or states no SHA-256: a caller
     *     that states a digest wants it checked
     */
    public static Optional<Sha256Digest> parse(@Nullable String field) {
        if (field == null) {
            return Optional.empty();
        }
        Optional<Sha256Digest> found = Optional.empty();
        for (String member : field.split(",", 8)) {
            Matcher parts = MEMBER.matcher(member);
            if (!parts.matches()) {
                throw malformed();
            }
            if (parts.group(1).equals("sha-256")) {
                found = Optional.of(sha256(parts.group(2)));
            }
        }
        if (found.isEmpty()) {
            throw malformed();
        }
        return found;
    }

    /** The field for a body of that digest. */
    public static String format(Sha256Digest digest) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(digest.toArray()) + ":";
    }

    /** @throws FailureException with {@code body-digest-mismatch} if a digest was stated and the body has another */
    public static void check(Optional<Sha256Digest> stated, Sha256Digest actual) {
        if (stated.isPresent() && !stated.get().equals(actual)) {
            throw new FailureException(Failure.of(FailureCode.BODY_DIGEST_MISMATCH));
        }
    }

    private static Sha256Digest sha256(String base64) {
        try {
            return Sha256Digest.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notADigest) {
            throw malformed();
        }
    }

    private static FailureException malformed() {
        return new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, HEADER));
    }
}
