package vn.lienthong.exchange.domain.content;

/**
 * Where a document's octets are: their digest is their address.
 *
 * @param length in octets
 */
public record ContentRef(Sha256Digest digest, long length) {
    public ContentRef {
        if (length < 0) {
            throw new IllegalArgumentException("a length is not negative");
        }
    }
}
