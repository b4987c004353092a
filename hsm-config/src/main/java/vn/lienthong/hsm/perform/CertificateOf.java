package vn.lienthong.hsm.perform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import vn.lienthong.hsm.pki.Pem;

/** The first certificate of a file: the one of the key itself. */
final class CertificateOf {
    private static final int LARGEST = 256 << 10;

    private CertificateOf() {}

    /** @throws GeneralSecurityException if the file cannot be read or holds none */
    static X509Certificate file(Path file) throws GeneralSecurityException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new CertificateException("the file is too large for a chain of certificates");
            }
            List<X509Certificate> chain = Pem.readCertificates(Files.readAllBytes(file));
            if (chain.isEmpty()) {
                throw new CertificateException("no certificate in " + file);
            }
            return chain.getFirst();
        } catch (IOException e) {
            throw new CertificateException("the file cannot be read", e);
        }
    }
}
