package vn.lienthong.signer.sign.augment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignatureLevel;

/**
 * One signed file whose signatures are to be raised.
 *
 * @param signed the file; it is read, never changed
 * @param detached the documents that it is over, where it does not hold them
 * @param digest of the one document that a CAdES is over, where no more than that is here
 * @param level above what the signatures have
 * @param raised where the raised file goes; must not exist yet, and does not exist after any outcome but Signed
 */
public record AugmentRequest(
        Path signed, List<NamedDocument> detached, Optional<Digest> digest, SignatureLevel level, Path raised) {
    public AugmentRequest {
        detached = List.copyOf(detached);
        if (level == SignatureLevel.BASELINE_B) {
            throw new IllegalArgumentException("every signature is at level B already");
        }
    }

    public AugmentRequest(Path signed, List<NamedDocument> detached, SignatureLevel level, Path raised) {
        this(signed, detached, Optional.empty(), level, raised);
    }
}
