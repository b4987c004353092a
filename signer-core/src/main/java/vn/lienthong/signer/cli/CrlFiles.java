package vn.lienthong.signer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.List;

/** The revocation lists of a folder. */
final class CrlFiles {
    private CrlFiles() {}

    /** @throws IOException if the folder or a list in it cannot be read: a list that is left out could be the one that tells */
    static List<X509CRL> in(Path folder) throws IOException {
        List<X509CRL> lists = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.crl")) {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    lists.add((X509CRL) factory.generateCRL(in));
                }
            }
        } catch (CertificateException | CRLException e) {
            throw new IOException("a revocation list in " + folder + " cannot be read", e);
        }
        return lists;
    }
}
