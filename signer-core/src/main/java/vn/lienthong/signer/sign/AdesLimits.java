package vn.lienthong.signer.sign;

/**
 * How much is signed at once in formats that become a tree or a container.
 *
 * @param maxDocuments the most documents under one signature
 * @param maxTreeBytes the largest XML document, and the largest sum of documents that are put into an XML or JSON: such a
 *     tree takes some ten times that in memory
 * @param maxContainerBytes the largest sum of documents of a ZIP container
 * @param maxXmlElements most elements
 * @param maxXmlDepth deepest nesting
 */
public record AdesLimits(
        int maxDocuments, long maxTreeBytes, long maxContainerBytes, int maxXmlElements, int maxXmlDepth) {

    /** 100 documents; 16 MiB of a tree; 64 MiB of a container, which is built in memory; XML as it is judged here. */
    public static final AdesLimits DEFAULT = new AdesLimits(100, 16L << 20, 64L << 20, 1_000_000, 128);

    public AdesLimits {
        if (maxDocuments < 1 || maxTreeBytes < 1 || maxContainerBytes < 1 || maxXmlElements < 1 || maxXmlDepth < 1) {
            throw new IllegalArgumentException("each limit of signing is at least 1");
        }
    }
}
