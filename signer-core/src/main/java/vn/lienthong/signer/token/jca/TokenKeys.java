package vn.lienthong.signer.token.jca;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.Refused;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.SigningOutcome.TokenDown;
import vn.lienthong.signer.token.SigningToken;

/** The keys of one provider and the token that signs with them. Immutable and thread-safe. */
final class TokenKeys {
    /** Source: Circular 15/2025/TT-BKHCN, Annex I. */
    private static final int LEAST_RSA_BITS = 2048;

    private final SigningToken token;
    private final Map<KeyAlias, TokenPrivateKey> keys = new LinkedHashMap<>();

    TokenKeys(SigningToken token, List<CertifiedKey> certified) {
        this.token = token;
        for (CertifiedKey key : certified) {
            if (keys.put(key.alias(), handle(key)) != null) {
                throw new IllegalArgumentException("two keys have the alias " + key.alias());
            }
        }
    }

    private TokenPrivateKey handle(CertifiedKey certified) {
        PublicKey publicKey = certified.certificate().getPublicKey();
        if (publicKey instanceof RSAPublicKey rsa) {
            if (rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
                throw new IllegalArgumentException(
                        "the RSA key " + certified.alias() + " is shorter than " + LEAST_RSA_BITS + " bits");
            }
            return new RsaTokenKey(this, certified, rsa);
        }
        if (publicKey instanceof ECPublicKey ec) {
            return new EcTokenKey(this, certified, ec);
        }
        if (publicKey instanceof EdECPublicKey ed && ed.getParams().getName().equals("Ed25519")) {
            return new EdTokenKey(this, certified, ed);
        }
        throw new IllegalArgumentException("the key " + certified.alias() + " is neither RSA nor EC nor Ed25519");
    }

    Optional<TokenPrivateKey> find(String alias) {
        return keys.values().stream()
                .filter(key -> key.alias().value().equals(alias))
                .findFirst();
    }

    List<TokenPrivateKey> all() {
        return List.copyOf(keys.values());
    }

    /**
     * A signature that the key's certificate verifies. One that it does not is never given out: a faulty RSA signature would
     * tell the key's factors, and another key under the same alias would sign in the wrong name.
     */
    Bytes sign(TokenPrivateKey key, SignatureScheme scheme, Digest digest) throws TokenSignatureException {
        return checked(
                key,
                token.sign(key.alias(), scheme, digest),
                signature -> DigestVerifier.verifies(key.certificate(), scheme, digest, signature));
    }

    /** The same by a scheme that is over messages. */
    Bytes signMessage(TokenPrivateKey key, SignatureScheme scheme, Bytes message) throws TokenSignatureException {
        return checked(
                key,
                token.signMessage(key.alias(), scheme, message.toArray()),
                signature -> DigestVerifier.verifies(key.certificate(), scheme, message, signature));
    }

    private static Bytes checked(TokenPrivateKey key, SigningOutcome outcome, Predicate<Bytes> fits)
            throws TokenSignatureException {
        return switch (outcome) {
            case Signed signed when fits.test(signed.signature()) -> signed.signature();
            case Signed _ ->
                throw new TokenSignatureException(
                        outcome, "the signature by the key " + key.alias() + " does not fit its certificate");
            case Refused refused ->
                throw new TokenSignatureException(outcome, refused.reason() + ": " + refused.detail());
            case TokenDown down -> throw new TokenSignatureException(outcome, down.reason() + ": " + down.detail());
        };
    }
}
