package vn.lienthong.exchange.domain.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.IdempotencyKey;

/** The registers; bound to the transaction that it was taken from. */
public interface Registers {

    RegisterSettings settings(OrganId agency);

    void configure(OrganId agency, RegisterSettings settings, Instant at, String by);

    Optional<Book> find(BookId book);

    /** The register, made as the settings are now if it was not there; while this transaction lasts it is not closed. */
    Book open(BookId book, Instant at);

    /**
     * The counter of a series, made if it was not there; nobody else gets a number of it before this transaction ends.
     * What was committed before is seen by what is asked from now on.
     */
    Counter lock(BookId book, String series);

    /** The entry that the caller was given under this key, in whatever register. */
    Optional<Requested> requested(String caller, IdempotencyKey key);

    /** The agency's entry of that dispatch, unless it is cancelled. */
    Optional<RegisterEntry> ofDispatch(OrganId agency, Direction direction, DispatchId dispatch);

    /**
     * The entry is there under the next number of its series if the transaction commits.
     *
     * @return false if the number and notation, the request or the dispatch have an entry already: the transaction must not
     *     commit then
     */
    boolean add(RegisterEntry entry, @Nullable Request request);

    Optional<RegisterEntry> find(BookId book, UUID entry);

    /** Those wanted, behind that place, in their order. */
    List<RegisterEntry> list(BookId book, EntryFilter filter, Place after, int most);

    /** The entry as it is now; nobody else changes it before this transaction ends. */
    Optional<RegisterEntry> lockEntry(BookId book, UUID entry);

    void cancel(UUID entry, Cancellation cancellation);

    void addTo(UUID entry, Handover handover, @Nullable Sha256Digest document, Instant at, String by);

    /** False if another entry of the agency has that dispatch. */
    boolean bind(RegisterEntry entry, DispatchId dispatch);

    /** The register as it is now; nobody writes in it before this transaction ends. */
    Optional<Book> lockBook(BookId book);

    /** Nothing of the register changes from now on. */
    void close(BookId book, Instant at, String by, int entries, ContentRef xml);

    /** The closed register's print is that one, from now on and for ever. */
    void printed(BookId book, Closing.Print print);

    /**
     * The last number of a series.
     *
     * @param lastAt when it was given
     */
    record Counter(int lastNumber, Instant lastAt) {}

    /**
     * Under what name somebody asks for a number.
     *
     * @param asked digest of all that is asked for
     */
    record Request(IdempotencyKey key, Sha256Digest asked) {}

    /** What was given out under a key, and what had been asked for. */
    record Requested(RegisterEntry entry, Sha256Digest asked) {}
}
