package vn.lienthong.signer.revocation;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The CRLs in the {@code .crl} files (DER) of a folder. A changed folder is read again at the next question. Thread-safe.
 */
public final class FolderCrlSource implements RevocationSource<CRL> {
    private static final int MAX_FILES = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(FolderCrlSource.class);
    private final transient Path folder;
    private transient @Nullable Loaded loaded;

    /** What was read, and from what. */
    private record Loaded(List<String> state, List<ExternalResourcesCRLSource> sources) {}

    public FolderCrlSource(Path folder) {
        this.folder = folder;
    }

    /** The newest CRL for the certificate, or null if the folder has none by its issuer that can be read. */
    @Override
    public @Nullable RevocationToken<CRL> getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        return sources().stream()
                .flatMap(source -> tokens(source, certificate, issuer).stream())
                .max(Comparator.comparing(RevocationToken::getThisUpdate))
                .orElse(null);
    }

    /** DSS's source changes its own tables while it looks something up, so it is asked by one thread at a time. */
    private static List<RevocationToken<CRL>> tokens(
            ExternalResourcesCRLSource source, CertificateToken certificate, CertificateToken issuer) {
        synchronized (source) {
            return List.copyOf(source.getRevocationTokens(certificate, issuer));
        }
    }

    private synchronized List<ExternalResourcesCRLSource> sources() {
        try {
            List<Path> files = files();
            List<String> state = state(files);
            Loaded current = loaded;
            if (current == null || !current.state().equals(state)) {
                current = new Loaded(
                        state, files.stream().flatMap(FolderCrlSource::read).toList());
                loaded = current;
            }
            return current.sources();
        } catch (IOException e) {
            LOG.warn("The folder of revocation lists cannot be read; no list is used: {}", e.toString());
            return List.of();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".crl"))
                    .sorted()
                    .limit(MAX_FILES)
                    .toList();
        }
    }

    private static List<String> state(List<Path> files) throws IOException {
        List<String> state = new ArrayList<>();
        for (Path file : files) {
            state.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
        }
        return state;
    }

    /** One file that is broken takes no other with it: certificates of its issuer have an unknown status then. */
    private static Stream<ExternalResourcesCRLSource> read(Path file) {
        try {
            return Stream.of(new ExternalResourcesCRLSource(new ByteArrayInputStream(Files.readAllBytes(file))));
        } catch (IOException | DSSException e) {
            LOG.warn("{} is no revocation list and is not used: {}", file, e.toString());
            return Stream.empty();
        }
    }
}
