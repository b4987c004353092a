package vn.lienthong.exchange.infrastructure.signer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The revocation lists in a folder, each read again when its file was replaced. One that cannot be read just now, since it is being
 * written, is as it was before. Thread-safe.
 */
public final class CrlFolder implements Supplier<List<X509CRL>> {
    private static final Logger LOG = LoggerFactory.getLogger(CrlFolder.class);

    private final Path folder;
    private final Map<Path, Known> known = new HashMap<>();

    /** A list as its file stood then: parsed it is many times as large, and strangers ask for it. */
    private record Known(FileTime modified, long size, X509CRL list) {}

    public CrlFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws UncheckedIOException if the folder or a list in it cannot be read, and never could */
    @Override
    public synchronized List<X509CRL> get() {
        List<X509CRL> lists = new ArrayList<>();
        Set<Path> there = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.crl")) {
            for (Path file : files) {
                there.add(file);
                lists.add(list(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        known.keySet().retainAll(there);
        return lists;
    }

    private X509CRL list(Path file) throws IOException {
        Known before = known.get(file);
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (before == null || !before.modified.equals(now.lastModifiedTime()) || before.size != now.size()) {
                before = new Known(now.lastModifiedTime(), now.size(), read(file));
                known.put(file, before);
            }
        } catch (IOException e) {
            if (before == null) {
                throw e;
            }
            LOG.warn("{} cannot be read now, and stays as it was", file, e);
        }
        return before.list;
    }

    private static X509CRL read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
        } catch (CertificateException | CRLException e) {
            throw new IOException("the revocation list " + file + " cannot be read", e);
        }
    }
}
