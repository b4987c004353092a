package vn.lienthong.signer.token.jca;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.MessageDigest;
import java.security.ProviderException;
import java.security.SignatureException;
import java.security.spec.AlgorithmParameterSpec;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.algorithm.SignatureScheme.KeyKind;

/** A signature over a message, which is digested here: only the digest goes to the token. */
final class DigestingSignature extends TokenSignatureSpi {
    private final boolean takesParameters;
    private @Nullable SignatureScheme scheme;
    private @Nullable MessageDigest message;
    private boolean begun;

    private DigestingSignature(TokenKeys keys, KeyKind kind, @Nullable SignatureScheme scheme) {
        super(keys, kind);
        this.scheme = scheme;
        this.takesParameters = scheme == null;
    }

    /** By that scheme and no other. */
    static DigestingSignature of(TokenKeys keys, SignatureScheme scheme) {
        return new DigestingSignature(keys, scheme.keyKind(), scheme);
    }

    /** RSASSA-PSS, whose parameters are to be set before the first octet: there is no default that would be safe. */
    static DigestingSignature pss(TokenKeys keys) {
        return new DigestingSignature(keys, KeyKind.RSA, null);
    }

    @Override
    boolean signsPss() {
        return takesParameters || (scheme != null && scheme.isPss());
    }

    @Override
    void reset() {
        message = null;
        begun = false;
    }

    @Override
    protected void engineUpdate(byte octet) throws SignatureException {
        message().update(octet);
    }

    @Override
    protected void engineUpdate(byte[] octets, int offset, int length) throws SignatureException {
        message().update(octets, offset, length);
    }

    private MessageDigest message() throws SignatureException {
        MessageDigest current = message;
        if (current == null) {
            current = chosen().digest().newMessageDigest();
            message = current;
        }
        begun = true;
        return current;
    }

    private SignatureScheme chosen() throws SignatureException {
        if (scheme == null) {
            throw new SignatureException("PSS wants its parameters set");
        }
        return scheme;
    }

    @Override
    Request finish() throws SignatureException {
        byte[] value = message().digest();
        reset();
        SignatureScheme signing = chosen();
        return new Request.OfDigest(signing, new Digest(signing.digest(), Bytes.of(value)));
    }

    @Override
    protected void engineSetParameter(@Nullable AlgorithmParameterSpec parameters)
            throws InvalidAlgorithmParameterException {
        if (!signsPss()) {
            super.engineSetParameter(parameters);
            return;
        }
        if (begun) {
            throw new InvalidAlgorithmParameterException("parameters are set before the first octet");
        }
        SignatureScheme wanted = switch (PssParameters.digest(parameters)) {
            case SHA256 -> SignatureScheme.RSA_PSS_SHA256;
            case SHA384 -> SignatureScheme.RSA_PSS_SHA384;
            case SHA512 -> SignatureScheme.RSA_PSS_SHA512;
            case SHA3_256, SHA3_384, SHA3_512 ->
                throw new InvalidAlgorithmParameterException("PSS is signed with SHA-2 alone");
        };
        if (!takesParameters && wanted != scheme) {
            throw new InvalidAlgorithmParameterException("the algorithm's name says another digest");
        }
        scheme = wanted;
        message = null;
    }

    @Override
    protected @Nullable AlgorithmParameters engineGetParameters() {
        SignatureScheme chosen = scheme;
        if (chosen == null || !chosen.isPss()) {
            return null;
        }
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
            parameters.init(PssParameters.of(chosen.digest()));
            return parameters;
        } catch (GeneralSecurityException e) {
            throw new ProviderException("every JDK has the parameters of PSS", e);
        }
    }
}
