package vn.lienthong.signer.token;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme;

/** Verifies with the JDK, which shares no code with any token here. */
public final class Verification {
    private Verification() {}

    public static boolean holds(PublicKey key, SignatureScheme scheme, byte[] message, Bytes signature) {
        try {
            Signature verifier = Signature.getInstance(scheme.jcaName());
            if (scheme.isPss()) {
                String hash = scheme.digest().jcaName();
                verifier.setParameter(new PSSParameterSpec(
                        hash,
                        "MGF1",
                        new MGF1ParameterSpec(hash),
                        scheme.digest().length(),
                        1));
            }
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature.toArray());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
