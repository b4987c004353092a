package vn.lienthong.signer.validate;

/**
 * How much of a stranger's file is looked at.
 *
 * @param maxBytes largest file of any format
 * @param maxXmlBytes largest XML: it becomes a tree in memory, some ten times its size
 * @param maxXmlElements most elements
 * @param maxXmlDepth deepest nesting
 * @param maxZipEntries most entries of a container
 * @param maxZipBytes most octets that a container unpacks to
 */
public record ValidationLimits(
        long maxBytes, long maxXmlBytes, int maxXmlElements, int maxXmlDepth, int maxZipEntries, long maxZipBytes) {
    /** A gigabyte; 32 MiB of XML with a million elements, 128 deep; 1000 entries and a gigabyte unpacked. */
    public static final ValidationLimits DEFAULT =
            new ValidationLimits(1L << 30, 32L << 20, 1_000_000, 128, 1000, 1L << 30);
}
