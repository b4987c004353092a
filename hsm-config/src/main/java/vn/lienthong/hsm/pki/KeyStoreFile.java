package vn.lienthong.hsm.pki;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/**
 * A PKCS #12 file with one key and its chain.
 *
 * <p>Source: RFC 7292.
 */
public record KeyStoreFile(String alias, PrivateKey key, List<X509Certificate> chain) {
    public KeyStoreFile {
        chain = List.copyOf(chain);
    }

    /** The octets of the file; the JDK protects them with PBES2, AES-256 and a SHA-256 MAC. */
    public byte[] encoded(char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(alias, key, password, chain.toArray(Certificate[]::new));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK writes PKCS #12", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The key and chain under that alias.
     *
     * @throws GeneralSecurityException if the file cannot be opened with the password, or holds no such key
     */
    public static KeyStoreFile decoded(String alias, byte[] pkcs12, char[] password) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(new ByteArrayInputStream(pkcs12), password);
        } catch (IOException e) {
            throw new GeneralSecurityException("the key store does not open with this password", e);
        }
        Certificate[] chain = store.getCertificateChain(alias);
        if (chain == null || !(store.getKey(alias, password) instanceof PrivateKey key)) {
            throw new GeneralSecurityException("the key store holds no key " + alias);
        }
        return new KeyStoreFile(
                alias,
                key,
                Arrays.stream(chain).map(X509Certificate.class::cast).toList());
    }
}
