package vn.lienthong.exchange.application.upload;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.upload.Upload;
import vn.lienthong.exchange.domain.upload.UploadFiles;

/**
 * Adds octets to an upload. An offset that was answered is on stable storage, and so is one that is told after a crash: it is
 * written down behind the octets, never before. One writes at a time, on whichever node. Thread-safe.
 *
 * <p>Source: tus 1.0.0, "Core protocol", "Checksum".
 */
public final class AppendToUpload {
    /** Until a writer that says nothing counts as gone; one that lives says something many times within it. */
    private static final Duration CLAIM = Duration.ofSeconds(60);

    private static final Duration SAYS_SO = Duration.ofSeconds(10);

    /** What a crash can cost the sender. */
    private static final long CHECKPOINT = 8L << 20;

    private static final int PIECE = 1 << 16;

    private final UnitOfWork unitOfWork;
    private final UploadFiles files;
    private final Uploading uploading;
    private final IdSource ids;
    private final Clock clock;

    public AppendToUpload(UnitOfWork unitOfWork, UploadFiles files, Uploading uploading, IdSource ids, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.files = files;
        this.uploading = uploading;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What came of the body is part of the upload; all of it where it did not break off.
     *
     * @param offset how much the sender believes to be there
     * @param checksum of the whole body: nothing of it counts where it does not match, or breaks off
     * @return the upload as it is now
     * @throws FailureException {@code upload-offset-wrong}, {@code upload-locked}, {@code upload-checksum-mismatch}, {@code
     *     body-too-large}, {@code not-found}
     */
    public Upload append(Caller caller, UUID id, long offset, InputStream body, @Nullable Sha256Digest checksum) {
        Upload found = uploading.find(caller, id);
        UUID writer = ids.next();
        Instant now = clock.instant();
        if (!unitOfWork.inTransaction(ledger -> ledger.uploads().claim(id, writer, now, now.plus(CLAIM)))) {
            throw Uploading.refused(FailureCode.UPLOAD_LOCKED, id.toString());
        }
        Writing writing = new Writing(id, writer, found.length(), checksum);
        try {
            Upload upload = uploading.find(caller, id); // as it is under the claim
            writing.received = upload.received();
            if (upload.received() != offset) {
                throw Uploading.refused(FailureCode.UPLOAD_OFFSET_WRONG, Long.toString(upload.received()));
            }
            writing.take(body);
        } catch (IOException e) {
            throw new FailureException(ContentException.failureOf(e), e);
        } finally {
            writing.release();
        }
        return uploading.find(caller, id);
    }

    /** One writer at work. */
    private final class Writing {
        private final UUID id;
        private final UUID writer;
        private final long length;
        private final @Nullable Sha256Digest checksum;
        private final MessageDigest digest = sha256();
        private long received;
        private Instant said = clock.instant();

        Writing(UUID id, UUID writer, long length, @Nullable Sha256Digest checksum) {
            this.id = id;
            this.writer = writer;
            this.length = length;
            this.checksum = checksum;
        }

        void take(InputStream body) throws IOException {
            long from = received;
            try (UploadFiles.Writer file = files.open(id, from)) {
                long written = from;
                byte[] piece = new byte[PIECE];
                boolean whole = false;
                while (!whole) {
                    int count = next(body, piece);
                    whole = count <= 0;
                    if (written + Math.max(count, 0) > length) {
                        say(CLAIM); // what is cut off may be somebody else's by now
                        file.cut(received);
                        throw Uploading.refused(FailureCode.BODY_TOO_LARGE, Long.toString(length));
                    }
                    if (said.plus(SAYS_SO).isBefore(clock.instant())) {
                        say(CLAIM); // or somebody else writes by now
                    }
                    if (count > 0) {
                        file.write(piece, count);
                        digest.update(piece, 0, count);
                        written += count;
                    }
                    if (checksum == null && written - received >= CHECKPOINT) {
                        file.force();
                        received = written;
                        say(CLAIM);
                    }
                }
                if (checksum != null && !checksum.equals(Sha256Digest.of(digest.digest()))) {
                    say(CLAIM);
                    file.cut(from);
                    throw Uploading.refused(FailureCode.UPLOAD_CHECKSUM_MISMATCH, id.toString());
                }
                file.force();
                received = written;
                say(CLAIM);
            }
        }

        /** A body that breaks off, or comes too slowly, ends here; what came of it counts, unless a checksum says it all. */
        private int next(InputStream body, byte[] piece) throws IOException {
            try {
                return body.read(piece);
            } catch (IOException | FailureException brokenOff) {
                return -1;
            }
        }

        private void say(Duration claim) {
            Instant now = clock.instant();
            said = now;
            boolean ours = unitOfWork.inTransaction(ledger ->
                    ledger.uploads().progress(id, writer, received, now.plus(claim), now.plus(Uploading.KEPT)));
            if (!ours) {
                throw Uploading.refused(FailureCode.UPLOAD_LOCKED, id.toString());
            }
        }

        void release() {
            unitOfWork.inTransaction(ledger -> {
                ledger.uploads().release(id, writer, clock.instant());
                return true;
            });
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
