package vn.lienthong.exchange.application.keeping;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keeping.KeptId;
import vn.lienthong.exchange.domain.keeping.KeptSignature;
import vn.lienthong.exchange.domain.keeping.KeptState;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/** The signed files that no worker survived, for the operator, who sees their records and never their content. Thread-safe. */
public final class SetAsideSignatures {
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public SetAsideSignatures(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** The oldest first. */
    public List<KeptSignature> all(Caller operator, Page page) {
        require(operator);
        return unitOfWork.reading(ledger -> ledger.keptSignatures().setAside(page));
    }

    /**
     * The file is due again, with as many tries as a new one.
     *
     * @throws FailureException {@code not-found} if no file of that name is set aside
     */
    public KeptSignature tryAgain(Caller operator, KeptId id) {
        require(operator);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return unitOfWork.inTransaction(ledger -> {
            KeptSignature due = ledger.keptSignatures()
                    .findSetAside(id)
                    .map(kept -> due(kept, now))
                    .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, id.toString())));
            ledger.keptSignatures().change(due);
            ledger.audit()
                    .append(new AuditNote(
                            Deed.SIGNATURE_TRIED_AGAIN,
                            clock.instant(),
                            null,
                            operator.name(),
                            null,
                            null,
                            KeptNotes.details(due)));
            return due;
        });
    }

    /** A file that has what was asked for was only to have its archive timestamp renewed. */
    private static KeptSignature due(KeptSignature kept, Instant now) {
        return new KeptSignature(
                kept.id(),
                kept.owner(),
                kept.mediaType(),
                kept.asked(),
                kept.current(),
                kept.current().level() == kept.asked() ? KeptState.COMPLETE : KeptState.AWAITING,
                null,
                kept.horizon(),
                now,
                0);
    }

    private static void require(Caller operator) {
        if (!operator.has(Role.OPERATE)) {
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED, Role.OPERATE.name()));
        }
    }
}
