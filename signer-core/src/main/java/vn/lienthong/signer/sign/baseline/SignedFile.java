package vn.lienthong.signer.sign.baseline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.timestamp.TimestampToken;

/** Says what a signed file is, from its octets. */
public final class SignedFile {
    private static final int BUFFER = 64 * 1024;

    private SignedFile() {}

    public static Signed describe(Path file, Instant signingTime, Optional<TimestampToken> timestamp)
            throws IOException {
        MessageDigest sha256 = DigestAlgorithm.SHA256.newMessageDigest();
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int some = in.read(buffer); some >= 0; some = in.read(buffer)) {
                sha256.update(buffer, 0, some);
                length += some;
            }
        }
        Digest digest = new Digest(DigestAlgorithm.SHA256, Bytes.of(sha256.digest()));
        return new Signed(file, digest, length, signingTime, timestamp);
    }
}
