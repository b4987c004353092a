package vn.lienthong.signer.token.softkey;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.token.KeyAlias;

/** Key pairs by alias, in memory. Thread-safe. */
public final class SoftKeyRing {
    private final Map<KeyAlias, KeyPair> pairs = new ConcurrentHashMap<>();

    /** A new RSA pair is there under the alias; the answer is its public key. */
    public PublicKey addRsa(KeyAlias alias, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return add(alias, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no RSA of " + bits + " bits", e);
        }
    }

    /** A new pair on that curve ({@code secp256r1}) is there under the alias; the answer is its public key. */
    public PublicKey addEc(KeyAlias alias, String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return add(alias, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no curve " + curve, e);
        }
    }

    /** The pair is there under the alias. */
    public PublicKey add(KeyAlias alias, KeyPair pair) {
        pairs.put(alias, pair);
        return pair.getPublic();
    }

    /** The pair is there no longer. */
    public void remove(KeyAlias alias) {
        pairs.remove(alias);
    }

    Optional<KeyPair> find(KeyAlias alias) {
        @Nullable KeyPair pair = pairs.get(alias);
        return Optional.ofNullable(pair);
    }
}
