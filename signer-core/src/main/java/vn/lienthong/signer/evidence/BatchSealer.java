package vn.lienthong.signer.evidence;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * Seals tree heads: one signature by the log's key and one timestamp for a whole batch. Called outside any transaction;
 * ends within its own deadline.
 */
public interface BatchSealer {

    SealingOutcome seal(Bytes head);

    /** How sealing ended. */
    sealed interface SealingOutcome {

        /**
         * The head is sealed and timestamped.
         *
         * @param certificates the chains of sealer and TSA, for evidence files
         */
        record Sealed(SealedHead sealedHead, List<X509Certificate> certificates) implements SealingOutcome {
            public Sealed {
                certificates = List.copyOf(certificates);
            }
        }

        /** Key or timestamp cannot be had now; the batch is sealed later, unchanged or larger. */
        record Unavailable(Duration retryAfter, String detail) implements SealingOutcome {}
    }
}
