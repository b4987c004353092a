package vn.lienthong.exchange.boundary.soap.security;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.security.auth.callback.CallbackHandler;
import org.apache.wss4j.common.crypto.CertificateStore;
import org.apache.wss4j.common.crypto.CryptoType;
import org.jspecify.annotations.Nullable;

/** One key as WSS4J asks for it, whatever the name. */
final class KeyCrypto extends CertificateStore {
    private final SigningKey key;

    KeyCrypto(SigningKey key) {
        super(new X509Certificate[] {key.certificate()});
        this.key = key;
    }

    @Override
    public X509Certificate[] getX509Certificates(CryptoType type) {
        return new X509Certificate[] {key.certificate()};
    }

    @Override
    public PrivateKey getPrivateKey(X509Certificate certificate, @Nullable CallbackHandler callback) {
        return key.key();
    }

    @Override
    public PrivateKey getPrivateKey(String identifier, String password) {
        return key.key();
    }
}
