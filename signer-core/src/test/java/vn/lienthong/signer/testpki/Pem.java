package vn.lienthong.signer.testpki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** Certificates as programs such as openssl read them. */
public final class Pem {
    private Pem() {}

    /** The file holds the certificates in their order. */
    public static Path write(Path file, List<X509Certificate> certificates) {
        StringBuilder pem = new StringBuilder();
        try {
            for (X509Certificate certificate : certificates) {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder().encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
            return Files.writeString(file, pem);
        } catch (CertificateEncodingException | IOException e) {
            throw new IllegalStateException("certificates are written to a file", e);
        }
    }

    /** The file holds the key, unencrypted. */
    public static Path write(Path file, PrivateKey key) {
        try {
            return Files.writeString(
                    file,
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                            + "\n-----END PRIVATE KEY-----\n");
        } catch (IOException e) {
            throw new IllegalStateException("a key is written to a file", e);
        }
    }
}
