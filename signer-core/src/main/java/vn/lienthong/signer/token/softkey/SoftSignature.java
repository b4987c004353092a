package vn.lienthong.signer.token.softkey;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.DigestInfo;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.TokenFault;

/** Signs a digest that was made already, or an EdDSA message, as a token does. */
final class SoftSignature {
    private static final byte PSS_TRAILER = (byte) 0xBC;

    private SoftSignature() {}

    /** @param input the digest's octets, or the message for a scheme that is over messages */
    static Bytes over(Bytes input, SignatureScheme scheme, PrivateKey key) throws TokenFault {
        String needed = switch (scheme.keyKind()) {
            case RSA -> "RSA";
            case EC -> "EC";
            case ED25519 -> "EdDSA";
        };
        if (!key.getAlgorithm().equals(needed)) {
            throw new TokenFault(FaultKind.SCHEME_NOT_SUPPORTED, "KEY_TYPE_INCONSISTENT", scheme.name());
        }
        try {
            if (scheme.isOverMessage()) {
                return Bytes.of(signed("Ed25519", input, key));
            }
            Digest digest = new Digest(scheme.digest(), input);
            if (scheme.isPss()) {
                return pss(digest, (RSAPrivateKey) key);
            }
            return Bytes.of(needed.equals("RSA") ? pkcs1(digest, key) : ecdsa(digest, key));
        } catch (GeneralSecurityException | CryptoException e) {
            TokenFault fault = new TokenFault(FaultKind.SCHEME_NOT_SUPPORTED, "KEY_SIZE_RANGE", scheme.name());
            fault.initCause(e);
            throw fault;
        }
    }

    private static byte[] pkcs1(Digest digest, PrivateKey key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher.doFinal(DigestInfo.of(digest).toArray());
    }

    private static byte[] ecdsa(Digest digest, PrivateKey key) throws GeneralSecurityException {
        return signed("NONEwithECDSA", digest.value(), key);
    }

    private static byte[] signed(String algorithm, Bytes input, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(input.toArray());
        return signature.sign();
    }

    /** The JDK has no PSS over a digest made elsewhere. */
    private static Bytes pss(Digest digest, RSAPrivateKey key) throws CryptoException {
        PSSSigner signer = PSSSigner.createRawSigner(
                new RSABlindedEngine(),
                bouncyCastle(digest.algorithm()),
                bouncyCastle(digest.algorithm()),
                digest.algorithm().length(),
                PSS_TRAILER);
        signer.init(true, new RSAKeyParameters(true, key.getModulus(), key.getPrivateExponent()));
        byte[] value = digest.value().toArray();
        signer.update(value, 0, value.length);
        return Bytes.of(signer.generateSignature());
    }

    private static org.bouncycastle.crypto.Digest bouncyCastle(DigestAlgorithm algorithm) {
        return switch (algorithm) {
            case SHA256 -> SHA256Digest.newInstance();
            case SHA384 -> new SHA384Digest();
            case SHA512 -> new SHA512Digest();
            case SHA3_256, SHA3_384, SHA3_512 ->
                throw new IllegalArgumentException("no scheme is PSS with " + algorithm);
        };
    }
}
