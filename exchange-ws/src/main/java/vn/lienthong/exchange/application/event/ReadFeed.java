package vn.lienthong.exchange.application.event;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.delivery.Authority;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.SecretUnreadableException;
import vn.lienthong.exchange.domain.account.SecretVault;
import vn.lienthong.exchange.domain.account.SharedSecret;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.event.Event;
import vn.lienthong.exchange.domain.event.Events.Horizon;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * What a caller's agencies are told. Thread-safe. A cursor is a place in the whole server's feed, encrypted for the caller: it
 * tells nobody how much others exchange, and is of no use to another caller.
 */
public final class ReadFeed {
    /** The longest that is looked at: Base64 of a sealed place is about 50 characters. */
    private static final int LONGEST_CURSOR = 200;

    private final UnitOfWork unitOfWork;
    private final SecretVault vault;

    public ReadFeed(UnitOfWork unitOfWork, SecretVault vault) {
        this.unitOfWork = unitOfWork;
        this.vault = vault;
    }

    /** The agencies that {@code query} asks for, by their present identifiers; {@code not-permitted} for another's. */
    public Set<OrganId> agencies(Caller caller, FeedQuery query) {
        return unitOfWork.reading(ledger -> Authority.agencies(ledger, caller, query.agencies()));
    }

    /**
     * The next events, in order; what is committed later comes behind them.
     *
     * @throws FailureException {@code parameter-invalid} for a cursor that is not this caller's; {@code events-forgotten}
     *     where what follows it is kept no more; {@code not-permitted} for another's agency
     */
    public FeedPage page(Caller caller, FeedQuery query) {
        return unitOfWork.reading(ledger -> {
            Set<OrganId> agencies = Authority.agencies(ledger, caller, query.agencies());
            // Read first: what comes in between is in the page, or behind the cursor.
            Horizon horizon = ledger.events().horizon();
            long place = place(caller, query.after(), horizon);
            List<Event> events = ledger.events().after(agencies, query.kinds(), place, query.limit());
            long last = events.size() == query.limit()
                    ? events.getLast().place()
                    : Math.max(
                            Math.max(place, horizon.newest()),
                            events.isEmpty() ? 0 : events.getLast().place());
            return new FeedPage(events, cursor(caller, last), last);
        });
    }

    private long place(Caller caller, @Nullable String cursor, Horizon horizon) {
        if (cursor == null) {
            return horizon.forgotten();
        }
        if (cursor.equals(FeedQuery.LATEST)) {
            return horizon.newest();
        }
        long place = opened(caller, cursor);
        if (place < horizon.forgotten()) {
            throw new FailureException(
                    Failure.of(FailureCode.EVENTS_FORGOTTEN, Long.toString(SequenceEvents.KEPT.toDays())));
        }
        return place;
    }

    private String cursor(Caller caller, long place) {
        SharedSecret text =
                SharedSecret.of(ByteBuffer.allocate(Long.BYTES).putLong(place).array());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(owner(caller), text));
    }

    private long opened(Caller caller, String cursor) {
        try {
            if (cursor.length() <= LONGEST_CURSOR) {
                byte[] sealed = Base64.getUrlDecoder().decode(cursor);
                return ByteBuffer.wrap(vault.open(owner(caller), sealed).reveal())
                        .getLong();
            }
        } catch (IllegalArgumentException | SecretUnreadableException e) {
            throw new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, "after"), e);
        }
        throw new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, "after"));
    }

    private static String owner(Caller caller) {
        return "event cursor of " + caller.kind() + " " + caller.name();
    }
}
