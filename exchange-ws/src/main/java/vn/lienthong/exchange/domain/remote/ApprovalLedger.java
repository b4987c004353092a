package vn.lienthong.exchange.domain.remote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.oauth.Grant;

/**
 * Requests that officials answer on devices of their own; bound to the transaction that it was taken from. A request ends
 * with the grant that it was made under, and where the official no longer lets its application act.
 */
public interface ApprovalLedger {
    /**
     * The request waits for the official. One that was refused counts among the {@code most} until it would have
     * expired: asking again and again is no way to an approval.
     *
     * @param handle by which the application asks what became of it
     * @param most of one application and official that have not been approved
     * @return false if there are as many already: nothing is put then
     */
    boolean put(ApprovalRequest request, Sha256Digest handle, int most, Instant now);

    /** What became of a request that this holder's application made for the same official; locked for the transaction. */
    Optional<Answer> byHandle(Sha256Digest handle, Grant holder);

    /** What waits for that official, the oldest first. */
    List<ApprovalRequest> pending(String account, Instant now);

    /** One of these, locked for the transaction: nobody else answers it meanwhile. */
    Optional<ApprovalRequest> pending(String account, UUID id, Instant now);

    /** The official approved, and that is the authorisation. */
    void approve(UUID id, UUID authorization);

    void refuse(UUID id);

    /**
     * What became of a request.
     *
     * @param authorization what the official gave, where it is approved
     * @param expiresAt of the authorisation, else of the request
     */
    record Answer(ApprovalState state, @Nullable UUID authorization, Instant expiresAt) {}
}
