package vn.lienthong.signer.sign;

import java.nio.file.Path;
import java.util.Optional;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.token.CertifiedKey;

/**
 * One document to be signed.
 *
 * @param document the file to sign; it is read, never changed, unless it was handed over
 * @param handedOver what is known of a file that is the signer's alone
 * @param signed where the signed document goes; must not exist yet, and does not exist after any outcome but Signed
 * @param key the key and the chain that is put into the signature
 * @param certification what the document allows from now on, if this signature certifies it; for PAdES alone
 */
public record SignRequest(
        Path document,
        Optional<HandedOver> handedOver,
        Path signed,
        CertifiedKey key,
        SignatureLevel level,
        SignatureDetails details,
        Optional<VisibleSignature> appearance,
        Optional<Certification> certification) {

    /** Of a file that others may read. */
    public SignRequest(
            Path document,
            Path signed,
            CertifiedKey key,
            SignatureLevel level,
            SignatureDetails details,
            Optional<VisibleSignature> appearance,
            Optional<Certification> certification) {
        this(document, Optional.empty(), signed, key, level, details, appearance, certification);
    }

    /** A signature that certifies nothing. */
    public SignRequest(
            Path document,
            Path signed,
            CertifiedKey key,
            SignatureLevel level,
            SignatureDetails details,
            Optional<VisibleSignature> appearance) {
        this(document, signed, key, level, details, appearance, Optional.empty());
    }
}
