package vn.lienthong.exchange.domain.content;

import java.util.Collection;
import java.util.Set;

/** Which stored octets the records refer to; bound to the transaction that it was taken from. */
public interface ContentUse {

    /** Those of the digests that a record refers to. */
    Set<Sha256Digest> usedOf(Collection<Sha256Digest> digests);

    /**
     * From now on until this transaction ends nobody can find that these octets are unused; whoever was just removing them
     * has done so. To be called before a reference to them is recorded, and before it is made sure that they are there.
     */
    void hold(Collection<Sha256Digest> digests);

    /**
     * True if no record refers to these octets; then none can begin to before this transaction ends, for whoever records
     * a dispatch of the same octets waits for it, on every node.
     */
    boolean holdsUnused(Sha256Digest digest);
}
