package vn.lienthong.exchange.application.keeping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.content.ContentStore.Staged;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.content.KeptContent;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keeping.BaselineLevel;
import vn.lienthong.exchange.domain.keeping.KeptSignature;
import vn.lienthong.exchange.domain.keeping.KeptSignatures.Claimed;
import vn.lienthong.exchange.domain.keeping.KeptState;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.augment.AugmentRequest;
import vn.lienthong.signer.sign.augment.SignatureAugmenter;
import vn.lienthong.signer.timestamp.TimestampHorizon;

/**
 * The worker that raises signed files in the server's care to the level that was asked for, once what was missing is there,
 * and renews archive timestamps before their horizon. Claim, commit, raise, commit: if it dies in between, the file comes up
 * again; a version that comes too late is not taken; and a file that worker after worker dies of waits for an operator.
 * Thread-safe; nodes share the work.
 */
public final class CompleteSignatures {
    /** Far longer than raising the largest file takes. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    /**
     * So many workers in a row may never say what became of a file: the lease doubles each time, so that they take five hours
     * together, longer than a node that is restarted, and longer than an evening's fault of another kind.
     */
    private static final int MOST_LOST = 5;

    private final UnitOfWork unitOfWork;
    private final ContentStore store;
    private final SignatureAugmenter augmenter;
    private final IdSource ids;
    private final Path temporaryFolder;
    private final Clock clock;

    public CompleteSignatures(
            UnitOfWork unitOfWork,
            ContentStore store,
            SignatureAugmenter augmenter,
            IdSource ids,
            Path temporaryFolder,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.augmenter = augmenter;
        this.ids = ids;
        this.temporaryFolder = temporaryFolder;
        this.clock = clock;
    }

    /** What was due for one file is done, or it is tried again later. False if nothing was due. */
    public boolean run() {
        Instant now = now();
        UUID claim = ids.next();
        Optional<Claimed> due =
                unitOfWork.inTransaction(ledger -> ledger.keptSignatures().claim(claim, now, LEASE));
        due.ifPresent(claimed -> {
            if (claimed.lost() < MOST_LOST) {
                work(claimed.kept(), claim);
            } else {
                change(claimed.kept(), claim, KeptState.SET_ASIDE, FailureCode.INTERNAL, null);
            }
        });
        return due.isPresent();
    }

    private void work(KeptSignature kept, UUID claim) {
        Path raised = temporaryFolder.resolve("raised-" + ids.next());
        try (Sources sources = new Sources(kept)) {
            Result result = raise(kept, sources, raised);
            switch (result.outcome()) {
                case Signed signed -> keep(kept, claim, result.level(), signed);
                case SignDocumentOutcome.Refused refused
                when refused.reason() == SignRefusal.REVOCATION_DATA_MISSING ->
                    postpone(kept, claim, FailureCode.REVOCATION_UNAVAILABLE);
                case SignDocumentOutcome.Refused refused
                when refused.reason() == SignRefusal.TIMESTAMP_REJECTED ->
                    postpone(kept, claim, FailureCode.TSA_UNAVAILABLE);
                case SignDocumentOutcome.Refused refused -> giveUp(kept, claim, refused.reason());
                case SignDocumentOutcome.TimestampDown down -> postpone(kept, claim, FailureCode.TSA_UNAVAILABLE);
                case SignDocumentOutcome.TokenDown down -> postpone(kept, claim, FailureCode.HSM_UNAVAILABLE);
            }
        } catch (IOException e) {
            postpone(kept, claim, ContentException.failureOf(e).code());
        } finally {
            delete(raised);
        }
    }

    private record Result(SignDocumentOutcome outcome, BaselineLevel level) {}

    /** To the level that was asked for; or at least a timestamp, so that the time of signing is proven early. */
    private Result raise(KeptSignature kept, Sources sources, Path raised) {
        SignDocumentOutcome outcome = augmenter.augment(sources.request(kept.asked(), raised));
        boolean noRevocationData = outcome instanceof SignDocumentOutcome.Refused refused
                && refused.reason() == SignRefusal.REVOCATION_DATA_MISSING;
        return noRevocationData && kept.current().level() == BaselineLevel.B
                ? new Result(augmenter.augment(sources.request(BaselineLevel.T, raised)), BaselineLevel.T)
                : new Result(outcome, kept.asked());
    }

    private void keep(KeptSignature kept, UUID claim, BaselineLevel level, Signed signed) throws IOException {
        Instant now = now();
        Instant horizon = signed.timestamp().flatMap(TimestampHorizon::of).orElse(kept.horizon());
        if (kept.state() == KeptState.COMPLETE && !isLater(horizon, kept.horizon())) {
            // the authority's certificate ends no later than the former one: another timestamp of it would prove
            // nothing more
            Instant due = CarePlan.renewalAgain(now, kept.horizon());
            change(kept, claim, kept.state(), FailureCode.TSA_UNAVAILABLE, due);
            return;
        }
        try (InputStream octets = Files.newInputStream(signed.document());
                Staged file = store.stage(octets, signed.length(), DeclaredBody.anything())) {
            file.keep();
            KeptSignature changed = changed(kept, level, file.ref(), horizon, now);
            unitOfWork.inTransaction(ledger -> {
                if (ledger.keptSignatures().holds(kept.id(), claim)) {
                    ledger.contentUse().hold(List.of(file.ref().digest()));
                    ledger.keptSignatures().change(changed);
                    ledger.audit().append(raisedNote(kept, changed));
                    KeptContent.require(file);
                }
                return true;
            });
        }
    }

    private static KeptSignature changed(
            KeptSignature kept, BaselineLevel level, ContentRef file, @Nullable Instant horizon, Instant now) {
        boolean complete = level == kept.asked();
        Instant due =
                !complete ? CarePlan.retry(now, 0) : level == BaselineLevel.LTA ? CarePlan.renewal(now, horizon) : null;
        return new KeptSignature(
                kept.id(),
                kept.owner(),
                kept.mediaType(),
                kept.asked(),
                new KeptSignature.Version(kept.current().number() + 1, file, level, now),
                complete ? KeptState.COMPLETE : KeptState.AWAITING,
                complete ? null : FailureCode.REVOCATION_UNAVAILABLE,
                horizon,
                due,
                0);
    }

    private static boolean isLater(@Nullable Instant horizon, @Nullable Instant former) {
        return horizon != null && (former == null || horizon.isAfter(former));
    }

    private void postpone(KeptSignature kept, UUID claim, FailureCode missing) {
        Instant due = CarePlan.retry(now(), kept.attempts() + 1);
        change(kept, claim, kept.state(), missing, due);
    }

    private void giveUp(KeptSignature kept, UUID claim, SignRefusal reason) {
        FailureCode why = reason == SignRefusal.CERTIFICATE_REVOKED || reason == SignRefusal.CERTIFICATE_EXPIRED
                ? FailureCode.CERTIFICATE_NOT_VALID
                : FailureCode.DOCUMENT_NOT_SIGNABLE;
        change(kept, claim, KeptState.GIVEN_UP, why, null);
    }

    private void change(KeptSignature kept, UUID claim, KeptState state, FailureCode missing, @Nullable Instant due) {
        KeptSignature changed = new KeptSignature(
                kept.id(),
                kept.owner(),
                kept.mediaType(),
                kept.asked(),
                kept.current(),
                state,
                missing,
                kept.horizon(),
                due,
                kept.attempts() + 1);
        unitOfWork.inTransaction(ledger -> {
            if (ledger.keptSignatures().holds(kept.id(), claim)) {
                ledger.keptSignatures().change(changed);
                if (state == KeptState.GIVEN_UP || state == KeptState.SET_ASIDE) {
                    Deed deed = state == KeptState.GIVEN_UP ? Deed.SIGNATURE_NOT_COMPLETED : Deed.SIGNATURE_SET_ASIDE;
                    TreeMap<String, String> details = KeptNotes.details(changed);
                    details.put("reason", missing.code());
                    ledger.audit().append(note(deed, kept, details));
                }
            }
            return true;
        });
    }

    private AuditNote raisedNote(KeptSignature former, KeptSignature changed) {
        TreeMap<String, String> details = KeptNotes.details(changed);
        details.put("document", former.current().content().digest().hex());
        details.put("signed", changed.current().content().digest().hex());
        return note(Deed.SIGNATURE_EXTENDED, former, details);
    }

    private AuditNote note(Deed deed, KeptSignature kept, TreeMap<String, String> details) {
        return new AuditNote(deed, clock.instant(), null, kept.owner(), null, null, details);
    }

    private static void delete(Path raised) {
        try {
            Files.deleteIfExists(raised);
        } catch (IOException e) {
            throw new FailureException(ContentException.failureOf(e), e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Working copies of a file and of what it is over. */
    private final class Sources implements AutoCloseable {
        private final List<Staged> staged = new ArrayList<>();
        private final Path signed;
        private final List<NamedDocument> detached = new ArrayList<>();

        Sources(KeptSignature kept) throws IOException {
            List<KeptSignature.Document> documents =
                    unitOfWork.reading(ledger -> ledger.keptSignatures().documents(kept.id()));
            boolean complete = false;
            try {
                signed = copy(kept.current().content());
                for (KeptSignature.Document document : documents) {
                    detached.add(new NamedDocument(document.name(), copy(document.content())));
                }
                complete = true;
            } finally {
                if (!complete) {
                    close();
                }
            }
        }

        private Path copy(ContentRef ref) throws IOException {
            try (InputStream octets = store.open(ref)) {
                Staged copy = store.stage(octets, ref.length(), DeclaredBody.of(ref.digest()));
                staged.add(copy);
                return copy.file();
            }
        }

        AugmentRequest request(BaselineLevel level, Path raised) {
            return new AugmentRequest(signed, detached, SignatureLevel.valueOf("BASELINE_" + level.name()), raised);
        }

        @Override
        public void close() {
            staged.forEach(Staged::close);
        }
    }
}
