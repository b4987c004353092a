package vn.lienthong.signer.token.jca;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SignatureSpi;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.algorithm.SignatureScheme.KeyKind;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningToken;

/**
 * Signs with the given keys of one token through {@link java.security.Signature}, and does nothing else. It serves only key
 * handles that it gave out itself and leaves every other key to other providers; a token that does not sign is an exception,
 * never a reason to sign elsewhere. Thread-safe; the token stays its owner's.
 *
 * <p>Whoever can is to hand the instance on ({@code Signature.getInstance(name, provider)}). TLS cannot: see {@link
 * ProviderRegistration}.
 *
 * <p>Source: Java Cryptography Architecture, "How to Implement a Provider".
 */
public final class TokenProvider extends Provider {
    /** The type of the key store that shows the keys. */
    public static final String KEY_STORE = "LIENTHONG-TOKEN";

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,31}");

    private final transient TokenKeys keys;

    /**
     * @param name of this provider, unique in the process if it is to be registered
     * @param certified whose certificates say what kind of key each is
     * @throws IllegalArgumentException for an RSA key under 2048 bits, another kind of key, or two keys of one alias
     */
    public TokenProvider(String name, SigningToken token, List<CertifiedKey> certified) {
        super(named(name), "1.0", "signs with keys that stay in a PKCS#11 token");
        this.keys = new TokenKeys(token, certified);
        for (SignatureScheme scheme : SignatureScheme.values()) {
            signature(
                    algorithm(scheme),
                    of -> scheme.isOverMessage()
                            ? new MessageSignature(of, scheme)
                            : DigestingSignature.of(of, scheme));
        }
        // TLS and CMS libraries ask by the name of the family.
        signature("EdDSA", of -> new MessageSignature(of, SignatureScheme.ED25519));
        signature("RSASSA-PSS", DigestingSignature::pss);
        signature("NONEwithRSA", of -> new PlainSignature(of, KeyKind.RSA));
        signature("NONEwithECDSA", of -> new PlainSignature(of, KeyKind.EC));
        putService(new KeyStoreService(this));
    }

    private static String named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a provider's name is 1 to 32 letters, digits and hyphens");
        }
        return name;
    }

    /** The JDK knows one name for all of PSS; XML signatures ask by names that hold the digest. */
    private static String algorithm(SignatureScheme scheme) {
        return scheme.isPss() ? scheme.digest().jcaName().replace("-", "") + "withRSAandMGF1" : scheme.jcaName();
    }

    private void signature(String algorithm, Function<TokenKeys, SignatureSpi> spi) {
        putService(new SignatureService(this, algorithm, spi));
    }

    /** @throws IllegalArgumentException if the provider has no key of that alias */
    public TokenPrivateKey key(KeyAlias alias) {
        return keys.find(alias.value())
                .orElseThrow(() -> new IllegalArgumentException("the provider has no key " + alias));
    }

    /** The keys with their chains, to be read only; passwords are ignored. */
    public KeyStore keyStore() {
        try {
            KeyStore store = KeyStore.getInstance(KEY_STORE, this);
            store.load(null, null);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new ProviderException("the key store is this provider's own", e);
        }
    }

    private static final class SignatureService extends Service {
        private final Function<TokenKeys, SignatureSpi> spi;
        private final TokenKeys keys;

        SignatureService(TokenProvider provider, String algorithm, Function<TokenKeys, SignatureSpi> spi) {
            super(provider, "Signature", algorithm, SignatureSpi.class.getName(), null, null);
            this.spi = spi;
            this.keys = provider.keys;
        }

        @Override
        public Object newInstance(Object parameter) {
            return spi.apply(keys);
        }

        /** Only handles of this very provider, so that whoever looks for a provider goes on looking for every other key. */
        @Override
        public boolean supportsParameter(Object parameter) {
            return parameter instanceof TokenPrivateKey key && key.isOf(keys);
        }
    }

    private static final class KeyStoreService extends Service {
        private final TokenKeys keys;

        KeyStoreService(TokenProvider provider) {
            super(provider, "KeyStore", KEY_STORE, TokenKeyStore.class.getName(), null, null);
            this.keys = provider.keys;
        }

        @Override
        public Object newInstance(Object parameter) {
            return new TokenKeyStore(keys);
        }
    }
}
