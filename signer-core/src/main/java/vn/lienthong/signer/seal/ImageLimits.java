package vn.lienthong.signer.seal;

/**
 * How large an image may be.
 *
 * @param maxBytes the largest PNG, in octets
 * @param maxPixels width times height, read from the header before anything is decoded
 */
public record ImageLimits(int maxBytes, long maxPixels) {
    public ImageLimits {
        if (maxBytes < 1 || maxPixels < 1) {
            throw new IllegalArgumentException("each limit of an image is at least 1");
        }
    }
}
