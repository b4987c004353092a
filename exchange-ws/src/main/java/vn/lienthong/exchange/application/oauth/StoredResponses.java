package vn.lienthong.exchange.application.oauth;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * Answers that an application fetches later, each by an id that nobody guesses, and only for the same official.
 * Thread-safe.
 */
public final class StoredResponses {
    private final UnitOfWork unitOfWork;
    private final RandomGenerator random;
    private final Clock clock;

    /** @param random fit for secrets */
    public StoredResponses(UnitOfWork unitOfWork, RandomGenerator random, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.random = random;
        this.clock = clock;
    }

    /** The answer can be fetched by that id for that long. */
    public OpaqueToken keep(Holder holder, String answer, Duration kept) {
        OpaqueToken id = OpaqueToken.random(random);
        return unitOfWork.inTransaction(ledger -> {
            ledger.oauth()
                    .putResponse(
                            id.digest(),
                            holder.grant().id(),
                            answer,
                            clock.instant().plus(kept));
            return id;
        });
    }

    /** The answer; empty if there is none, it is another's, or its time is over. */
    public Optional<String> find(Holder holder, String id) {
        return unitOfWork.reading(
                ledger -> ledger.oauth().response(new OpaqueToken(id).digest(), holder.grant(), clock.instant()));
    }
}
