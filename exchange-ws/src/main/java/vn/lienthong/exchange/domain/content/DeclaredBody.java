package vn.lienthong.exchange.domain.content;

import java.util.function.Predicate;

/**
 * What the sender says the octets of a body are.
 *
 * @param agrees whether this digest is the one declared; {@code true} for all where none was declared
 * @param crlfMayFollow whether one CR LF behind the declared octets belongs to the transport: it is cut off when the
 *     octets agree only without it
 */
public record DeclaredBody(Predicate<Sha256Digest> agrees, boolean crlfMayFollow) {

    /** Nothing was declared: any octets are as good. */
    public static DeclaredBody anything() {
        return new DeclaredBody(digest -> true, false);
    }

    public static DeclaredBody of(Sha256Digest declared) {
        return new DeclaredBody(declared::equals, false);
    }
}
