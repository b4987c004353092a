package vn.lienthong.signer.token.jca;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.Key;
import java.security.KeyStoreException;
import java.security.KeyStoreSpi;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** The keys of one provider as a key store to read. Passwords mean nothing: the token's own PIN was given to its pool. */
final class TokenKeyStore extends KeyStoreSpi {
    private final TokenKeys keys;

    TokenKeyStore(TokenKeys keys) {
        this.keys = keys;
    }

    private @Nullable TokenPrivateKey key(String alias) {
        return keys.find(alias).orElse(null);
    }

    @Override
    public @Nullable Key engineGetKey(String alias, char @Nullable [] password) {
        return key(alias);
    }

    @Override
    public Certificate @Nullable [] engineGetCertificateChain(String alias) {
        TokenPrivateKey key = key(alias);
        return key == null ? null : key.certified().chain().toArray(Certificate[]::new);
    }

    @Override
    public @Nullable Certificate engineGetCertificate(String alias) {
        TokenPrivateKey key = key(alias);
        return key == null ? null : key.certificate();
    }

    /** Null: a token does not say since when it has a key. */
    @Override
    public @Nullable Date engineGetCreationDate(String alias) {
        return null;
    }

    @Override
    public Enumeration<String> engineAliases() {
        return Collections.enumeration(
                keys.all().stream().map(key -> key.alias().value()).toList());
    }

    @Override
    public boolean engineContainsAlias(String alias) {
        return key(alias) != null;
    }

    @Override
    public int engineSize() {
        return keys.all().size();
    }

    @Override
    public boolean engineIsKeyEntry(String alias) {
        return engineContainsAlias(alias);
    }

    @Override
    public boolean engineIsCertificateEntry(String alias) {
        return false;
    }

    @Override
    public @Nullable String engineGetCertificateAlias(Certificate certificate) {
        return keys.all().stream()
                .filter(key -> key.certificate().equals(certificate))
                .map(key -> key.alias().value())
                .findFirst()
                .orElse(null);
    }

    /** Nothing is read: the keys are those that the provider was made with. */
    @Override
    public void engineLoad(@Nullable InputStream stream, char @Nullable [] password) {
        if (stream != null) {
            throw new UnsupportedOperationException("the keys are in a token, not in a stream");
        }
    }

    @Override
    public void engineStore(OutputStream stream, char[] password) {
        throw new UnsupportedOperationException("the keys stay in their token");
    }

    @Override
    public void engineSetKeyEntry(String alias, Key key, char[] password, Certificate[] chain)
            throws KeyStoreException {
        throw readOnly();
    }

    @Override
    public void engineSetKeyEntry(String alias, byte[] key, Certificate[] chain) throws KeyStoreException {
        throw readOnly();
    }

    @Override
    public void engineSetCertificateEntry(String alias, Certificate certificate) throws KeyStoreException {
        throw readOnly();
    }

    @Override
    public void engineDeleteEntry(String alias) throws KeyStoreException {
        throw readOnly();
    }

    private static KeyStoreException readOnly() {
        return new KeyStoreException("keys are made and destroyed by a key ceremony");
    }
}
