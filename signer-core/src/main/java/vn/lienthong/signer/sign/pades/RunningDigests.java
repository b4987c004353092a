package vn.lienthong.signer.sign.pades;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.sign.SignRequest;

/**
 * The two digests that begin with the whole document: of what is signed, and of the signed file, which is always SHA-256. What
 * was handed over with the document is not taken again. Not thread-safe.
 */
final class RunningDigests {
    private final MessageDigest content;
    private final Optional<MessageDigest> whole;
    private final List<MessageDigest> toBeTaken = new ArrayList<>();

    private RunningDigests(SignRequest request) {
        DigestAlgorithm algorithm = request.key().scheme().digest();
        this.content = digest(request, algorithm);
        this.whole = algorithm == DigestAlgorithm.SHA256
                ? Optional.empty()
                : Optional.of(digest(request, DigestAlgorithm.SHA256));
    }

    static RunningDigests of(SignRequest request) {
        return new RunningDigests(request);
    }

    private MessageDigest digest(SignRequest request, DigestAlgorithm algorithm) {
        return request.handedOver()
                .flatMap(document -> document.continued(algorithm))
                .orElseGet(() -> {
                    MessageDigest fresh = algorithm.newMessageDigest();
                    toBeTaken.add(fresh);
                    return fresh;
                });
    }

    /** Those that have not seen the document yet. */
    List<MessageDigest> toBeTaken() {
        return toBeTaken;
    }

    /** Of what is signed. */
    MessageDigest content() {
        return content;
    }

    /** Of the file; another object than {@link #content()}, and to be asked for when that one has seen the document alone. */
    MessageDigest ofFile() {
        return whole.orElseGet(() -> copy(content));
    }

    static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's digests can be cloned", e);
        }
    }
}
