package vn.lienthong.exchange.application.oauth;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Outbox.Job;
import vn.lienthong.exchange.domain.ledger.Outbox.JobKind;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * Answers that an application fetches later, each by an id that nobody guesses, and only for the same official.
 * Thread-safe.
 */
public final class StoredResponses {
    private final UnitOfWork unitOfWork;
    private final IdSource ids;
    private final RandomGenerator random;
    private final Clock clock;

    /** @param random fit for secrets */
    public StoredResponses(UnitOfWork unitOfWork, IdSource ids, RandomGenerator random, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /**
     * The answer can be fetched by that id for that long.
     *
     * @param tell where the application wants to be told so, one of the addresses that are registered for it
     */
    public OpaqueToken keep(Holder holder, String answer, Duration kept, Optional<String> tell) {
        if (tell.filter(uri -> !holder.client().isToldAt(uri)).isPresent()) {
            throw new IllegalArgumentException("no application is told at an address that is not registered");
        }
        OpaqueToken id = OpaqueToken.random(random);
        return unitOfWork.inTransaction(ledger -> {
            tell.ifPresent(uri -> ledger.outbox().put(notice(holder, uri, id), clock.instant()));
            ledger.oauth()
                    .putResponse(
                            id.digest(),
                            holder.grant().id(),
                            answer,
                            clock.instant().plus(kept));
            return id;
        });
    }

    private Job notice(Holder holder, String uri, OpaqueToken id) {
        String payload = SendResponseNotices.payload(uri, id.value());
        return new Job(ids.next(), JobKind.RESPONSE_NOTICE, holder.client().id(), payload, 0);
    }

    /** The answer; empty if there is none, it is another's, or its time is over. */
    public Optional<String> find(Holder holder, String id) {
        return unitOfWork.reading(
                ledger -> ledger.oauth().response(new OpaqueToken(id).digest(), holder.grant(), clock.instant()));
    }
}
