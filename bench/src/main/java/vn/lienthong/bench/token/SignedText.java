package vn.lienthong.bench.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.CertifiedKey;

/** What the measurements of bare signatures sign; which octets does not matter to a key. */
public final class SignedText {
    private static final byte[] CONTENT = "Liên Thông".getBytes(StandardCharsets.UTF_8);

    private SignedText() {}

    public static byte[] octets() {
        return CONTENT.clone();
    }

    /** @throws GeneralSecurityException if this is no signature over the text by that key */
    public static void requireSignature(CertifiedKey key, Bytes signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(key.scheme().jcaName());
        verifier.initVerify(key.certificate().getPublicKey());
        verifier.update(CONTENT);
        if (!verifier.verify(signature.toArray())) {
            throw new GeneralSecurityException("the signature by " + key.alias() + " does not verify");
        }
    }
}
