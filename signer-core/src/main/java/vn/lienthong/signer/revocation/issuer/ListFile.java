package vn.lienthong.signer.revocation.issuer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/** The file in which one fetched list lies; its last change is when the list was last looked at. */
record ListFile(Path file) {

    static ListFile of(Path folder, String issuer, String url) {
        Bytes digest = DigestAlgorithm.SHA256
                .digest(url.getBytes(StandardCharsets.UTF_8))
                .value();
        return new ListFile(
                folder.resolve("fetched-" + issuer + "-" + digest.hex().substring(0, 16) + ".crl"));
    }

    /** When it was last compared with what the issuer publishes; empty if there is none. */
    Optional<Instant> lookedAt() throws IOException {
        return Files.exists(file) ? Optional.of(Files.getLastModifiedTime(file).toInstant()) : Optional.empty();
    }

    Optional<CheckedList> list(X509Certificate issuer) throws IOException {
        return Files.exists(file) ? CheckedList.atHand(Files.readAllBytes(file), issuer) : Optional.empty();
    }

    void looked(Instant now) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(now));
    }

    /** Whoever reads the folder sees the former list or this one, after a crash too. */
    void replace(byte[] der, Instant now) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer octets = ByteBuffer.wrap(der);
            while (octets.hasRemaining()) {
                out.write(octets);
            }
            out.force(true);
        }
        Files.setLastModifiedTime(beside, FileTime.from(now));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
