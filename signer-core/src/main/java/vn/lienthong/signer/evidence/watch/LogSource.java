package vn.lienthong.signer.evidence.watch;

import java.io.IOException;
import java.util.Optional;
import vn.lienthong.signer.evidence.merkle.ConsistencyProof;
import vn.lienthong.signer.evidence.merkle.InclusionProof;

/**
 * What a log shows. Nothing of it is believed. Each is empty where the log says that it has none, and throws where it cannot
 * be asked, or answers with something else.
 */
public interface LogSource {

    /** The newest head. */
    Optional<ShownHead> newest() throws IOException;

    Optional<ShownHead> head(long batch) throws IOException;

    /** That the tree over {@code second} heads grew out of that over {@code first}. */
    Optional<ConsistencyProof> consistency(long first, long second) throws IOException;

    /** That the head of the batch is in the tree over {@code size} heads. */
    Optional<InclusionProof> inclusion(long batch, long size) throws IOException;
}
