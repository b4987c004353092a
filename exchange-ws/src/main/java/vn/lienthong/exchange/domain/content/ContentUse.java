package vn.lienthong.exchange.domain.content;

import java.util.Collection;
import java.util.Set;

/** Which stored octets the records refer to; bound to the transaction that it was taken from. */
public interface ContentUse {

    /** Those of the digests that a record refers to. */
    Set<Sha256Digest> usedOf(Collection<Sha256Digest> digests);

    /**
     * True if no record refers to these octets; then none can begin to before this transaction ends, for whoever records
     * a dispatch of the same octets waits for it, on every node.
     */
    boolean holdsUnused(Sha256Digest digest);
}
