package vn.lienthong.signer.sign;

import java.nio.file.Path;
import java.util.Optional;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.token.CertifiedKey;

/**
 * One document to be signed.
 *
 * @param document the file to sign; it is read, never changed
 * @param signed where the signed document goes; must not exist yet, and does not exist after any outcome but Signed
 * @param key the key and the chain that is put into the signature
 */
public record SignRequest(
        Path document,
        Path signed,
        CertifiedKey key,
        SignatureLevel level,
        SignatureDetails details,
        Optional<VisibleSignature> appearance) {}
