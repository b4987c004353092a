package vn.lienthong.signer.cms;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;

/**
 * Whether a signature that a token just made fits the certificate that is going to speak for it. A token whose key and
 * certificate were mixed up would otherwise give out documents that nobody can verify.
 */
public final class SignatureCheck {
    private SignatureCheck() {}

    /** False also if the scheme does not fit the certificate's key. */
    public static boolean verifies(
            X509Certificate certificate, SignatureScheme scheme, byte[] message, Bytes signature) {
        try {
            Signature verifier = Signature.getInstance(scheme.jcaName());
            if (scheme.isPss()) {
                verifier.setParameter(pssParameters(scheme.digest()));
            }
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(message);
            return verifier.verify(signature.toArray());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PSSParameterSpec pssParameters(DigestAlgorithm digest) {
        return new PSSParameterSpec(
                digest.jcaName(), "MGF1", new MGF1ParameterSpec(digest.jcaName()), digest.length(), 1);
    }
}
