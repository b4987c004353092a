package vn.lienthong.signer.sign.xades;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.sign.AdesLimits;

/**
 * The document with its signature in it: every octet of the document as it was.
 *
 * @param id of the only signature that the file is to have
 * @param plain what that signature is over
 */
record SignedXml(String id, PlainXml plain, DigestAlgorithm algorithm, AdesLimits limits) {
    private static final int BUFFER = 64 * 1024;

    /**
     * The file, which must not exist yet, is the document with the signature before the end-tag of its root; the result is
     * its SHA-256. It was read again: without that signature it is what was signed. Empty, and no file, if it were not.
     */
    Optional<Digest> write(FileChannel document, long endOfRoot, byte[] signature, Path file) throws IOException {
        boolean whole = false;
        try {
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                transfer(document, 0, endOfRoot, out);
                ByteBuffer octets = ByteBuffer.wrap(signature);
                while (octets.hasRemaining()) {
                    out.write(octets);
                }
                transfer(document, endOfRoot, document.size(), out);
            }
            Optional<Digest> digest = digestIfWhole(file);
            whole = digest.isPresent();
            return digest;
        } catch (FileAlreadyExistsException e) {
            whole = true; // is somebody else's
            throw e;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Optional<Digest> digestIfWhole(Path file) throws IOException {
        MessageDigest sha256 = DigestAlgorithm.SHA256.newMessageDigest();
        try (InputStream in =
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), sha256)) {
            PlainXml found = PlainXml.read(new LeftOpen(in), algorithm.newMessageDigest(), limits);
            in.transferTo(OutputStream.nullOutputStream());
            boolean whole =
                    found.digest().equals(plain.digest()) && found.signature().equals(Optional.of(id));
            return whole
                    ? Optional.of(new Digest(DigestAlgorithm.SHA256, Bytes.of(sha256.digest())))
                    : Optional.empty();
        } catch (Unfamiliar e) {
            return Optional.empty();
        }
    }

    /** The parser closes what it has read to its end; whoever digests makes sure of that end. */
    private static final class LeftOpen extends FilterInputStream {
        LeftOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // is closed by whoever opened it
        }
    }

    private static void transfer(FileChannel from, long begin, long end, FileChannel to) throws IOException {
        for (long at = begin; at < end; ) {
            long some = from.transferTo(at, end - at, to);
            if (some <= 0) {
                throw new IOException("the document became shorter while it was copied");
            }
            at += some;
        }
    }
}
