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
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/** Revocation lists of certain issuers in a folder, read anew each time: whoever refreshes them replaces the files. */
public final class CrlFolder implements Supplier<List<X509CRL>> {
    private final Path folder;
    private final Set<X500Principal> issuers;

    /** @param chains whose issuers' lists are wanted, and no others */
    public CrlFolder(Path folder, List<X509Certificate> chains) {
        this.folder = folder;
        this.issuers =
                chains.stream().map(X509Certificate::getIssuerX500Principal).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws UncheckedIOException if the folder or a list in it cannot be read */
    @Override
    public List<X509CRL> get() {
        List<X509CRL> lists = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.crl")) {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    X509CRL list = (X509CRL) factory.generateCRL(in);
                    if (issuers.contains(list.getIssuerX500Principal())) {
                        lists.add(list);
                    }
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
