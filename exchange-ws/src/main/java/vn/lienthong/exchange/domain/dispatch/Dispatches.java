package vn.lienthong.exchange.domain.dispatch;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/** The accepted messages; bound to the transaction that it was taken from. */
public interface Dispatches {

    /** The message that has taken this identity already. */
    Optional<Dispatch> present(DispatchIdentity identity);

    Optional<Dispatch> find(DispatchId id);

    /**
     * The sender's document with that DocumentId.
     *
     * @param newest whether the newest message about it is wanted (a recall, an update), or the document itself
     */
    Optional<Dispatch> document(OrganId sender, DocumentId documentId, boolean newest);

    /**
     * The sender's document of that number and notation, where a status names no DocumentId. Numbers begin anew each year:
     * it is the newest that the recipient was sent, or else the newest of all.
     *
     * @param date when it was promulgated, or null if that does not matter
     */
    Optional<Dispatch> documentByCode(
            OrganId sender, String numberAndNotation, @Nullable LocalDate date, OrganId recipient);

    /**
     * Everybody who was sent a message of that DocumentId that is no recall, each with the first of them: the document
     * itself, or the update that added the recipient. Its copy of that one is what statuses and recalls are about.
     */
    SortedMap<OrganId, Dispatch> holders(OrganId sender, DocumentId documentId);

    /** Each recipient's delivery of this dispatch, by present identifier. */
    SortedMap<OrganId, DeliveryId> recipients(DispatchId id);

    /** What a caller's key stands for, or empty while it stands for nothing. */
    Optional<KeyedRequest> keyed(String caller, IdempotencyKey key);

    /** The key stands for this request from now on. False if it was taken meanwhile. */
    boolean remember(String caller, IdempotencyKey key, KeyedRequest request);

    /**
     * What was asked for under an idempotency key.
     *
     * @param request digest of everything that the request asked for
     */
    record KeyedRequest(Sha256Digest request, DispatchId dispatch) {}
}
