package vn.lienthong.signer.sign;

import java.security.MessageDigest;
import java.util.Optional;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/**
 * What is known of a file that nobody but the signer reads or writes any more, from when it was written: its SHA-256, which
 * need not be taken again and can be continued, and whether the file may become the signed one. Immutable; thread-safe.
 */
public final class HandedOver {
    private final MessageDigest sha256;
    private final boolean mayBeTaken;

    private HandedOver(MessageDigest sha256, boolean mayBeTaken) {
        this.sha256 = sha256;
        this.mayBeTaken = mayBeTaken;
    }

    /**
     * A file that may be gone once it is signed.
     *
     * @param sha256 has taken in all octets of the file and nothing else; it is copied
     * @throws IllegalArgumentException if it is another digest, or one that cannot be continued
     */
    public static HandedOver of(MessageDigest sha256) {
        if (!sha256.getAlgorithm()
                .equals(DigestAlgorithm.SHA256.newMessageDigest().getAlgorithm())) {
            throw new IllegalArgumentException("the SHA-256 of a file is handed over with it");
        }
        return new HandedOver(copy(sha256), true);
    }

    /** The same of a file that stays as it is. */
    public HandedOver toStay() {
        return new HandedOver(sha256, false);
    }

    /** Whether the file may become the signed one; after any outcome but Signed it is as it was. */
    public boolean mayBeTaken() {
        return mayBeTaken;
    }

    /** A digest that has taken in the file and takes in what follows; of SHA-256 alone. */
    public Optional<MessageDigest> continued(DigestAlgorithm algorithm) {
        return algorithm == DigestAlgorithm.SHA256 ? Optional.of(copy(sha256)) : Optional.empty();
    }

    private static MessageDigest copy(MessageDigest digest) {
        // a clone is made of the original by reading it: two at once do no harm
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalArgumentException("a digest that cannot be continued", e);
        }
    }
}
