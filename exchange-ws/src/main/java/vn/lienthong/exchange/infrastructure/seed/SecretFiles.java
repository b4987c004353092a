package vn.lienthong.exchange.infrastructure.seed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.SharedSecret;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.oauth.AssertionKey;

/** Secrets and certificates that the directory file refers to by file, relative to its own folder. */
final class SecretFiles {
    private final Path folder;

    SecretFiles(Path folder) {
        this.folder = folder;
    }

    @Nullable SharedSecret secret(@Nullable String file) throws IOException {
        return file == null ? null : SharedSecret.of(text(file).getBytes(StandardCharsets.UTF_8));
    }

    @Nullable Sha256Digest tokenDigest(@Nullable String file) throws IOException {
        return file == null ? null : sha256(text(file).getBytes(StandardCharsets.UTF_8));
    }

    /** Digest of the first certificate of the file. */
    @Nullable Sha256Digest certificateDigest(@Nullable String file) throws IOException {
        if (file == null) {
            return null;
        }
        try (InputStream pem = Files.newInputStream(folder.resolve(file))) {
            return sha256(CertificateFactory.getInstance("X.509")
                    .generateCertificate(pem)
                    .getEncoded());
        } catch (CertificateException e) {
            throw new IOException("no certificate in " + file, e);
        }
    }

    /** The public key of a PEM file "PUBLIC KEY". Source: RFC 7468 §13. */
    @Nullable AssertionKey assertionKey(@Nullable String file) throws IOException {
        if (file == null) {
            return null;
        }
        String pem = text(file);
        String base64 = pem.replace("-----BEGIN PUBLIC KEY-----", "")
                .replace("-----END PUBLIC KEY-----", "")
                .replaceAll("\\s", "");
        try {
            return AssertionKey.ofEncoded(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new IOException("no public key that can be used in " + file + ": " + e.getMessage(), e);
        }
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file)).strip();
    }

    private static Sha256Digest sha256(byte[] octets) {
        try {
            return Sha256Digest.of(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
