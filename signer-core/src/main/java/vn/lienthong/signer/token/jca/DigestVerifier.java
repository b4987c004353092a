package vn.lienthong.signer.token.jca;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestInfo;
import vn.lienthong.signer.algorithm.SignatureScheme;

/** Verifies a signature over a digest whose message is gone already. */
final class DigestVerifier {
    /** The JDK verifies RSA over messages only. */
    private static final Provider RSA = new BouncyCastleProvider();

    private DigestVerifier() {}

    /** False also if the scheme does not fit the certificate's key. */
    static boolean verifies(X509Certificate certificate, SignatureScheme scheme, Digest digest, Bytes signature) {
        try {
            Signature verifier = verifier(scheme);
            verifier.initVerify(certificate.getPublicKey());
            boolean pkcs1 = scheme.keyKind() == SignatureScheme.KeyKind.RSA && !scheme.isPss();
            verifier.update((pkcs1 ? DigestInfo.of(digest) : digest.value()).toArray());
            return verifier.verify(signature.toArray());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The same over a message, by a scheme that is over messages. */
    static boolean verifies(X509Certificate certificate, SignatureScheme scheme, Bytes message, Bytes signature) {
        try {
            Signature verifier = Signature.getInstance(scheme.jcaName());
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(message.toArray());
            return verifier.verify(signature.toArray());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Signature verifier(SignatureScheme scheme) throws GeneralSecurityException {
        if (scheme.keyKind() == SignatureScheme.KeyKind.EC) {
            return Signature.getInstance("NONEwithECDSA");
        }
        if (!scheme.isPss()) {
            return Signature.getInstance("NONEwithRSA", RSA);
        }
        Signature verifier = Signature.getInstance("RAWRSASSA-PSS", RSA);
        verifier.setParameter(PssParameters.of(scheme.digest()));
        return verifier;
    }
}
