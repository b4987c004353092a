package vn.lienthong.exchange.boundary.soap.security;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs answers, and its certificate.
 *
 * @param key of any JCA provider; it is never asked for its octets
 * @param provider the one that signs with it; null for any that the process knows
 */
public record SigningKey(
        PrivateKey key,
        X509Certificate certificate,
        @Nullable Provider provider) {

    /** A key with which any provider of the process signs. */
    public SigningKey(PrivateKey key, X509Certificate certificate) {
        this(key, certificate, null);
    }

    /**
     * The one key entry of a PKCS#12 key store.
     *
     * @throws GeneralSecurityException if the password is wrong, or the store holds no key
     */
    public static SigningKey ofPkcs12(InputStream store, char[] password) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(store, password);
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.getKey(alias, password) instanceof PrivateKey key
                    && keys.getCertificate(alias) instanceof X509Certificate certificate) {
                return new SigningKey(key, certificate);
            }
        }
        throw new GeneralSecurityException("the key store holds no private key");
    }

    String signatureAlgorithm() {
        return key.getAlgorithm().startsWith("EC") ? SoapNames.ECDSA_SHA256 : SoapNames.RSA_SHA256;
    }
}
