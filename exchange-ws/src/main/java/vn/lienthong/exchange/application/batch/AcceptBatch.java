package vn.lienthong.exchange.application.batch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.signing.SignDocumentCommand;
import vn.lienthong.exchange.application.signing.SignOfficialDocument;
import vn.lienthong.exchange.application.signing.SigningFailures;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.batch.BatchId;
import vn.lienthong.exchange.domain.batch.BatchOrder;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.content.ContentStore.Staged;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.content.KeptContent;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.seal.ImageHeader;
import vn.lienthong.signer.seal.ImageLimits;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SigningLimits;

/**
 * Takes a batch in. Whether the key may be used so now is known before the first document comes; each document goes to the
 * content store while it is read. Thread-safe.
 */
public final class AcceptBatch {
    private static final ImageLimits IMAGES =
            new ImageLimits(SigningLimits.DEFAULT.maxImageBytes(), SigningLimits.DEFAULT.maxImagePixels());

    private final UnitOfWork unitOfWork;
    private final ContentStore store;
    private final SignOfficialDocument signing;
    private final TermsReader terms;
    private final BatchLimits limits;
    private final IdSource ids;
    private final Clock clock;

    public AcceptBatch(
            UnitOfWork unitOfWork,
            ContentStore store,
            SignOfficialDocument signing,
            TermsReader terms,
            BatchLimits limits,
            IdSource ids,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.signing = signing;
        this.terms = terms;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A batch that documents can be added to; the caller closes it, and if it was not submitted then nothing is left of it.
     *
     * @param asked how each document is to be signed, in the words of the request
     * @param image what people are to see of the signatures, or null
     * @throws FailureException if the key may not be used so, or too many of the caller's batches are under way
     */
    public BatchIntake begin(Caller caller, String asked, @Nullable Bytes image) {
        SignDocumentCommand command = terms.command(asked, Optional.ofNullable(image), List.of());
        signing.require(caller, command);
        if (image != null) {
            ImageHeader.refusal(image, IMAGES).ifPresent(AcceptBatch::refuse);
        }
        if (unitOfWork.reading(ledger -> ledger.batches().unfinished(caller.name())) >= limits.unfinishedOfOne()) {
            throw new FailureException(
                    Failure.of(FailureCode.BATCHES_TOO_MANY, Integer.toString(limits.unfinishedOfOne())));
        }
        BatchId id = new BatchId(ids.next());
        try (Staged kept = image == null ? null : staged(image)) {
            BatchOrder order = new BatchOrder(
                    id,
                    caller.name(),
                    command.key().value(),
                    asked,
                    kept == null ? null : kept.ref(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            begin(order, kept);
            return new BatchIntake(order, unitOfWork, store, limits, clock);
        } catch (IOException e) {
            throw new FailureException(ContentException.failureOf(e), e);
        }
    }

    /** It would be the reason of each document. */
    private static void refuse(ImageHeader.Refusal why) {
        SignRefusal refusal = SignRefusal.valueOf(why.fault().name());
        throw new FailureException(SigningFailures.of(new SignDocumentOutcome.Refused(refusal, why.detail())));
    }

    private Staged staged(Bytes image) throws IOException {
        InputStream octets = new ByteArrayInputStream(image.toArray());
        Staged staged = store.stage(octets, image.length(), DeclaredBody.anything());
        staged.keep();
        return staged;
    }

    private void begin(BatchOrder order, @Nullable Staged image) {
        ContentRef ref = order.image();
        unitOfWork.inTransaction(ledger -> {
            if (ref != null) {
                ledger.contentUse().hold(List.of(ref.digest()));
            }
            ledger.batches().begin(order);
            if (image != null) {
                KeptContent.require(image);
            }
            return true;
        });
    }
}
