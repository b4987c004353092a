package vn.lienthong.signer.revocation;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The CRLs in the {@code .crl} files (DER) of a folder. A changed folder is read again at the next question. Thread-safe.
 */
public final class FolderCrlSource implements RevocationSource<CRL> {
    private static final int MAX_FILES = 1000;
    private final transient Path folder;
    private transient @Nullable Loaded loaded;

    /** What was read, and from what. */
    private record Loaded(List<String> state, ExternalResourcesCRLSource source) {}

    public FolderCrlSource(Path folder) {
        this.folder = folder;
    }

    /** The newest CRL for the certificate, or null if the folder has none by its issuer. */
    @Override
    public @Nullable RevocationToken<CRL> getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        return source().getRevocationTokens(certificate, issuer).stream()
                .max(Comparator.comparing(RevocationToken::getThisUpdate))
                .orElse(null);
    }

    private synchronized ExternalResourcesCRLSource source() {
        try {
            List<Path> files = files();
            List<String> state = state(files);
            Loaded current = loaded;
            if (current == null || !current.state().equals(state)) {
                current = new Loaded(state, read(files));
                loaded = current;
            }
            return current.source();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of CRLs cannot be read", e);
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

    private static ExternalResourcesCRLSource read(List<Path> files) throws IOException {
        List<InputStream> streams = new ArrayList<>();
        for (Path file : files) {
            streams.add(new java.io.ByteArrayInputStream(Files.readAllBytes(file)));
        }
        return new ExternalResourcesCRLSource(streams.toArray(InputStream[]::new));
    }
}
