package vn.lienthong.exchange.application.keeping;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keeping.KeptId;
import vn.lienthong.exchange.domain.keeping.KeptSignature;
import vn.lienthong.exchange.domain.keeping.KeptState;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/** What a caller sees of its signed files in the server's care; to everybody else there are none. Thread-safe. */
public final class KeptRecords {
    private final UnitOfWork unitOfWork;
    private final ContentStore store;

    public KeptRecords(UnitOfWork unitOfWork, ContentStore store) {
        this.unitOfWork = unitOfWork;
        this.store = store;
    }

    /** The caller's, newest first. */
    public List<KeptSignature> all(Caller caller, @Nullable KeptState state, Page page) {
        return unitOfWork.reading(ledger -> ledger.keptSignatures().of(caller.name(), state, page));
    }

    /** @throws FailureException {@code not-found} if the caller has no such file */
    public KeptSignature find(Caller caller, KeptId id) {
        return unitOfWork
                .reading(ledger -> ledger.keptSignatures().find(id, caller.name()))
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, id.toString())));
    }

    /** All versions of a file of the caller's, the oldest first. */
    public List<KeptSignature.Version> versions(KeptSignature kept) {
        return unitOfWork.reading(ledger -> ledger.keptSignatures().versions(kept.id()));
    }

    /** The octets of a version, which the caller closes. */
    public InputStream open(KeptSignature.Version version) {
        try {
            return store.open(version.content());
        } catch (IOException e) {
            throw new FailureException(ContentException.failureOf(e), e);
        }
    }
}
