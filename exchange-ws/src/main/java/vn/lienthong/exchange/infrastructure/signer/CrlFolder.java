package vn.lienthong.exchange.infrastructure.signer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The revocation lists in a folder, read anew each time: whoever refreshes them replaces the files. */
public final class CrlFolder implements Supplier<List<X509CRL>> {
    private final Path folder;

    public CrlFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws UncheckedIOException if the folder or a list in it cannot be read */
    @Override
    public List<X509CRL> get() {
        List<X509CRL> lists = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.crl")) {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    lists.add((X509CRL) factory.generateCRL(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateException | CRLException e) {
            throw new UncheckedIOException(new IOException("a revocation list in " + folder + " cannot be read", e));
        }
        return lists;
    }
}
