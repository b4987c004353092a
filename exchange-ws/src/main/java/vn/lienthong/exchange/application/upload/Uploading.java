package vn.lienthong.exchange.application.upload;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.upload.Upload;
import vn.lienthong.exchange.domain.upload.UploadFiles;
import vn.lienthong.exchange.domain.upload.Uploads.Usage;

/**
 * Uploads from their beginning to their end. Thread-safe. Another's upload is {@code not-found}. What comes in between is
 * {@link AppendToUpload}.
 */
public final class Uploading {
    /** How long one may be left alone: a weekend is longer, a night is not. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** Of one owner at a time. */
    private static final int MOST = 100;

    private static final long MOST_OCTETS = 50L << 30;
    private static final int LONGEST_METADATA = 1_024;
    private static final int AT_ONCE = 100;

    private final UnitOfWork unitOfWork;
    private final UploadFiles files;
    private final long bodyLimit;
    private final IdSource ids;
    private final Clock clock;

    /** @param bodyLimit the most octets of a message */
    public Uploading(UnitOfWork unitOfWork, UploadFiles files, long bodyLimit, IdSource ids, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.files = files;
        this.bodyLimit = bodyLimit;
        this.ids = ids;
        this.clock = clock;
    }

    public long bodyLimit() {
        return bodyLimit;
    }

    /**
     * There is a new upload of nothing yet.
     *
     * @throws FailureException {@code body-too-large}, or {@code uploads-too-many} for what the owner has on the way already
     */
    public Upload begin(Caller caller, long length, String metadata) {
        require(caller);
        if (length < 1 || metadata.length() > LONGEST_METADATA) {
            throw refused(FailureCode.PARAMETER_INVALID, length < 1 ? "Upload-Length" : "Upload-Metadata");
        }
        if (length > bodyLimit) {
            throw refused(FailureCode.BODY_TOO_LARGE, Long.toString(bodyLimit));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Upload upload = new Upload(ids.next(), caller.name(), length, 0, metadata, now, now.plus(KEPT));
        return unitOfWork.inTransaction(ledger -> {
            Usage usage = ledger.uploads().lockedUsage(caller.name(), now);
            if (usage.count() >= MOST || usage.octets() + length > MOST_OCTETS) {
                throw refused(FailureCode.UPLOADS_TOO_MANY, Integer.toString(MOST));
            }
            ledger.uploads().add(upload);
            return upload;
        });
    }

    public Upload find(Caller caller, UUID id) {
        require(caller);
        return unitOfWork
                .reading(ledger -> ledger.uploads().find(caller.name(), id, clock.instant()))
                .orElseThrow(() -> refused(FailureCode.NOT_FOUND, id.toString()));
    }

    /** Nothing is left of it. */
    public void end(Caller caller, UUID id) {
        require(caller);
        if (!unitOfWork.inTransaction(ledger -> ledger.uploads().delete(caller.name(), id))) {
            throw refused(FailureCode.NOT_FOUND, id.toString());
        }
        files.delete(id);
    }

    /**
     * Those that nobody went on with are gone.
     *
     * @return whether more may be
     */
    public boolean removeExpired() {
        List<UUID> gone = unitOfWork.inTransaction(ledger -> ledger.uploads().deleteExpired(clock.instant(), AT_ONCE));
        gone.forEach(files::delete);
        return gone.size() == AT_ONCE;
    }

    static void require(Caller caller) {
        if (!caller.has(Role.EXCHANGE)) {
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED));
        }
    }

    static FailureException refused(FailureCode code, String argument) {
        return new FailureException(Failure.of(code, argument));
    }
}
