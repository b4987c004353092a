package vn.lienthong.signer.sign;

/**
 * How much of a document is accepted.
 *
 * @param maxDocumentBytes the largest file, in octets
 * @param maxPages the most pages
 * @param maxImageBytes the largest PNG, in octets
 * @param maxImagePixels width times height of a PNG, read from its header before it is decoded
 */
public record SigningLimits(long maxDocumentBytes, int maxPages, int maxImageBytes, long maxImagePixels) {

    /** 256 MiB and 5000 pages: above the largest dispatch seen; an image of 1 MiB and 4 megapixels prints an A4 page's width. */
    public static final SigningLimits DEFAULT = new SigningLimits(256L << 20, 5_000, 1 << 20, 4_000_000);

    public SigningLimits {
        if (maxDocumentBytes < 1 || maxPages < 1 || maxImageBytes < 1 || maxImagePixels < 1) {
            throw new IllegalArgumentException("each limit of signing is at least 1");
        }
    }
}
