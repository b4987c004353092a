package vn.lienthong.signer.sign.counter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.token.CertifiedKey;

/**
 * One signature of a file that is to be signed itself.
 *
 * @param signed the file; it is read, never changed
 * @param detached the documents that it is over, where it does not hold them
 * @param signatureId of the signature, as a validation report names it; the file's only one if empty
 * @param key the key and the chain that is put into the counter-signature
 * @param counterSigned where the result goes; must not exist yet, and does not exist after any outcome but Signed
 */
public record CounterSignRequest(
        Path signed, List<NamedDocument> detached, Optional<String> signatureId, CertifiedKey key, Path counterSigned) {
    public CounterSignRequest {
        detached = List.copyOf(detached);
    }
}
