package vn.lienthong.signer.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The authorities that we trust; never empty. Immutable and thread-safe. */
public final class TrustAnchors {
    private final Map<X509Certificate, TrustAnchor> anchors;

    private TrustAnchors(Map<X509Certificate, TrustAnchor> anchors) {
        this.anchors = anchors;
    }

    /**
     * The anchors of a file, or of all {@code .pem .crt .cer .der} files of a folder.
     *
     * @throws NoTrustAnchorsException if there is none, or a file of that kind holds anything else
     */
    public static TrustAnchors load(Path fileOrFolder) throws IOException {
        List<TrustAnchor> found = new ArrayList<>();
        for (Path file : files(fileOrFolder)) {
            found.addAll(TrustAnchorFile.read(file));
        }
        return of(found, fileOrFolder.toString());
    }

    /**
     * The given certificates as anchors.
     *
     * @throws NoTrustAnchorsException if there is none
     */
    public static TrustAnchors of(List<X509Certificate> certificates) throws NoTrustAnchorsException {
        return of(
                certificates.stream()
                        .map(c -> new TrustAnchor(c, "given", Optional.empty()))
                        .toList(),
                "the given list");
    }

    private static TrustAnchors of(List<TrustAnchor> found, String where) throws NoTrustAnchorsException {
        if (found.isEmpty()) {
            throw new NoTrustAnchorsException("no trust anchor in " + where);
        }
        Map<X509Certificate, TrustAnchor> anchors = new LinkedHashMap<>();
        found.forEach(anchor -> anchors.putIfAbsent(anchor.certificate(), anchor));
        return new TrustAnchors(anchors);
    }

    private static List<Path> files(Path fileOrFolder) throws IOException {
        if (Files.isRegularFile(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        if (!Files.isDirectory(fileOrFolder)) {
            throw new NoTrustAnchorsException(
                    "no trust anchors: " + fileOrFolder + " does not exist, or is closed to this user");
        }
        try (Stream<Path> files = Files.list(fileOrFolder)) {
            return files.filter(f -> f.toString().matches(".*\\.(pem|crt|cer|der)"))
                    .sorted()
                    .toList();
        }
    }

    public List<X509Certificate> certificates() {
        return List.copyOf(anchors.keySet());
    }

    public List<TrustAnchor> all() {
        return List.copyOf(anchors.values());
    }

    /** Whether exactly this certificate is an anchor. */
    public boolean contains(X509Certificate certificate) {
        return anchors.containsKey(certificate);
    }
}
