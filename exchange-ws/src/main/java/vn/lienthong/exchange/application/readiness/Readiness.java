package vn.lienthong.exchange.application.readiness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.content.ContentStore.Staged;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.signer.timestamp.TrustedTime;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.failover.PlaceHealth;
import vn.lienthong.signer.token.failover.SigningHealth;

/** Asks each part that accepting, signing and judging need. Thread-safe; each asking is cheap. */
public final class Readiness {
    private final UnitOfWork unitOfWork;
    private final SigningToken token;
    private final SigningHealth places;
    private final int trustAnchors;
    private final ContentStore store;
    private final TrustedTime time;
    private final Set<Concern> concerns;

    /** @param concerns what was found when the server started */
    public Readiness(
            UnitOfWork unitOfWork,
            SigningToken token,
            SigningHealth places,
            int trustAnchors,
            ContentStore store,
            TrustedTime time,
            Set<Concern> concerns) {
        this.unitOfWork = unitOfWork;
        this.token = token;
        this.places = places;
        this.trustAnchors = trustAnchors;
        this.store = store;
        this.time = time;
        this.concerns = Set.copyOf(concerns);
    }

    /** Each condition, and whether it holds now. */
    public Map<Condition, Boolean> conditions() {
        Map<Condition, Boolean> conditions = new EnumMap<>(Condition.class);
        conditions.put(Condition.DATABASE, databaseAnswers());
        conditions.put(Condition.HSM, signs());
        conditions.put(Condition.TRUST_ANCHORS, trustAnchors > 0);
        conditions.put(Condition.CONTENT_STORE, storeTakesOctets());
        conditions.put(Condition.CLOCK, time.now() instanceof TrustedTime.Reading.Known);
        return conditions;
    }

    /** Whether each place of keys really signs. The server is ready as long as one of them does. */
    public List<PlaceHealth> places() {
        return places.check();
    }

    /** What the server works with all the same, and should not. */
    public Set<Concern> concerns() {
        Set<Concern> now = EnumSet.noneOf(Concern.class);
        now.addAll(concerns);
        if (waitForAnOperator()) {
            now.add(Concern.SIGNATURES_SET_ASIDE);
        }
        return now;
    }

    private boolean waitForAnOperator() {
        try {
            return !unitOfWork
                    .reading(ledger -> ledger.keptSignatures().setAside(new Page(0, 1)))
                    .isEmpty();
        } catch (FailureException unavailable) {
            return false;
        }
    }

    /** A session alone is no signature: the token may have lost the key, or hold another one under its id. */
    private boolean signs() {
        return token.health().usable() && places().stream().anyMatch(PlaceHealth::signs);
    }

    private boolean databaseAnswers() {
        try {
            return unitOfWork.reading(
                    ledger -> ledger.agencies().resolve(List.of()).isEmpty());
        } catch (FailureException unavailable) {
            return false;
        }
    }

    /** One octet goes to a staging file and is gone again: a full or read-only disk refuses it. */
    private boolean storeTakesOctets() {
        try (Staged staged = store.stage(new ByteArrayInputStream(new byte[1]), 1, DeclaredBody.anything())) {
            return staged.ref().length() == 1;
        } catch (IOException refused) {
            return false;
        }
    }
}
