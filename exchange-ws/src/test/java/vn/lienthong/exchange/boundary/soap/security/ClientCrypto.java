package vn.lienthong.exchange.boundary.soap.security;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.security.auth.callback.CallbackHandler;
import org.apache.wss4j.common.crypto.CertificateStore;
import org.apache.wss4j.common.crypto.CryptoType;
import vn.lienthong.exchange.boundary.soap.endpoint.CxfClient;

/** A client's key as its WSS4J asks for it. */
public final class ClientCrypto extends CertificateStore implements CxfClient.KeyOf {
    private final SigningKey key;

    public ClientCrypto(SigningKey key) {
        super(new X509Certificate[] {key.certificate()});
        this.key = key;
    }

    @Override
    public boolean isElliptic() {
        return key.key().getAlgorithm().startsWith("EC");
    }

    @Override
    public X509Certificate[] getX509Certificates(CryptoType type) {
        return new X509Certificate[] {key.certificate()};
    }

    @Override
    public PrivateKey getPrivateKey(X509Certificate certificate, CallbackHandler callback) {
        return key.key();
    }

    @Override
    public PrivateKey getPrivateKey(String identifier, String password) {
        return key.key();
    }
}
