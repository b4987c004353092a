package vn.lienthong.signer.sign.twostep;

import java.time.Instant;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;

/**
 * What the owner's token is asked for, and what for.
 *
 * @param scheme how it signs
 * @param digest what it signs
 * @param certificate SHA-256 of the owner's certificate
 * @param form of the signature, which the digest does not always tell
 * @param level of the signature, which the digest never tells
 * @param signingTime as the signature will claim it, in whole seconds; the second step needs the same
 */
public record ToBeSigned(
        SignatureScheme scheme,
        Digest digest,
        Digest certificate,
        SignatureForm form,
        SignatureLevel level,
        Instant signingTime) {
    public ToBeSigned {
        if (scheme.digest() != digest.algorithm()) {
            throw new IllegalArgumentException(scheme + " signs no " + digest.algorithm() + " digest");
        }
    }
}
