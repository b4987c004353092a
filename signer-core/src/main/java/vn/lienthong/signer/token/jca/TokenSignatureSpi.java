package vn.lienthong.signer.token.jca;

import java.security.AlgorithmParameters;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.algorithm.SignatureScheme.KeyKind;

/** Signs with keys of one provider, and verifies nothing. Used by one thread at a time. */
abstract class TokenSignatureSpi extends SignatureSpi {
    private final TokenKeys keys;
    private final KeyKind kind;
    private @Nullable TokenPrivateKey key;

    TokenSignatureSpi(TokenKeys keys, KeyKind kind) {
        this.keys = keys;
        this.kind = kind;
    }

    /** What the octets so far ask to be signed; they are forgotten. */
    abstract Request finish() throws SignatureException;

    /** The octets so far are forgotten. */
    abstract void reset();

    /** What the token is asked for. */
    sealed interface Request {

        /** @param scheme fits the digest */
        record OfDigest(SignatureScheme scheme, Digest digest) implements Request {}

        /** @param scheme one that is over messages */
        record OfMessage(SignatureScheme scheme, Bytes message) implements Request {}
    }

    @Override
    protected void engineInitSign(PrivateKey privateKey) throws InvalidKeyException {
        if (!(privateKey instanceof TokenPrivateKey ours) || !ours.isOf(keys)) {
            throw new InvalidKeyException("the key is none of this provider's");
        }
        if (kindOf(ours) != kind) {
            throw new InvalidKeyException("the key " + ours.alias() + " is no " + kind + " key");
        }
        if (ours.getAlgorithm().equals("RSASSA-PSS") && !signsPss()) {
            throw new InvalidKeyException("the certificate of " + ours.alias() + " allows PSS alone");
        }
        key = ours;
        reset();
    }

    private static KeyKind kindOf(TokenPrivateKey key) {
        return switch (key) {
            case RsaTokenKey _ -> KeyKind.RSA;
            case EcTokenKey _ -> KeyKind.EC;
            case EdTokenKey _ -> KeyKind.ED25519;
        };
    }

    boolean signsPss() {
        return false;
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
        TokenPrivateKey signing = key;
        if (signing == null) {
            throw new SignatureException("no key was given");
        }
        Bytes signature = switch (finish()) {
            case Request.OfDigest(SignatureScheme scheme, Digest digest) -> keys.sign(signing, scheme, digest);
            case Request.OfMessage(SignatureScheme scheme, Bytes message) -> keys.signMessage(signing, scheme, message);
        };
        return signature.toArray();
    }

    @Override
    protected void engineInitVerify(PublicKey publicKey) throws InvalidKeyException {
        throw new InvalidKeyException("this provider signs and does not verify");
    }

    @Override
    protected boolean engineVerify(byte[] signature) throws SignatureException {
        throw new SignatureException("this provider signs and does not verify");
    }

    @Override
    protected void engineSetParameter(@Nullable AlgorithmParameterSpec parameters)
            throws InvalidAlgorithmParameterException {
        if (parameters != null) {
            throw new InvalidAlgorithmParameterException("this algorithm has no parameters");
        }
    }

    @Override
    protected @Nullable AlgorithmParameters engineGetParameters() {
        return null;
    }

    /** By the name of a parameter, as the JDK declares it and nobody calls it any more. */
    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
        throw new InvalidParameterException("there is no parameter " + name);
    }

    /** By the name of a parameter, as the JDK declares it and nobody calls it any more. */
    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
        throw new InvalidParameterException("there is no parameter " + name);
    }
}
