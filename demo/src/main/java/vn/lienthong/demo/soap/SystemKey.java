package vn.lienthong.demo.soap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.regex.Pattern;
import org.apache.wss4j.common.crypto.Merlin;

/**
 * A connected system's key pair, and whom it believes.
 *
 * @param alias of the key in its store
 * @param own signs requests
 * @param trusted verifies answers
 * @param server subject that an answer's certificate must have
 */
public record SystemKey(String alias, String password, Merlin own, Merlin trusted, Pattern server) {

    /**
     * @param anchor certificate of the authority that certifies machines, PEM
     * @param serverName common name of the server that is believed
     */
    public static SystemKey load(Path pkcs12, String alias, String password, Path anchor, String serverName) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(pkcs12)) {
                store.load(in, password.toCharArray());
            }
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            try (InputStream in = Files.newInputStream(anchor)) {
                Certificate certificate =
                        CertificateFactory.getInstance("X.509").generateCertificate(in);
                trust.setCertificateEntry("anchor", certificate);
            }
            Merlin own = new Merlin();
            own.setKeyStore(store);
            Merlin trusted = new Merlin();
            trusted.setTrustStore(trust);
            Pattern server = Pattern.compile("(.*,\\s?)?CN=" + Pattern.quote(serverName) + "(,.*)?");
            return new SystemKey(alias, password, own, trusted, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key store of " + alias + " cannot be used", e);
        }
    }

    @Override
    public String toString() {
        return "SystemKey[" + alias + "]";
    }
}
