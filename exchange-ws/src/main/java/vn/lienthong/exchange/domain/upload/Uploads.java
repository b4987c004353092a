package vn.lienthong.exchange.domain.upload;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is on its way in; bound to the transaction that it was taken from. Each method sees one owner's and no others. */
public interface Uploads {
    void add(Upload upload);

    Optional<Upload> find(String owner, UUID id, Instant now);

    /**
     * Nobody else writes to it before {@code until}.
     *
     * @return false if somebody does now
     */
    boolean claim(UUID id, UUID writer, Instant now, Instant until);

    /**
     * So much of it is on stable storage.
     *
     * @param until when the writer's claim ends
     * @return false if the claim is another's by now: nothing was changed then
     */
    boolean progress(UUID id, UUID writer, long received, Instant until, Instant expiresAt);

    /** The writer's claim ends, if it is still the writer's. */
    void release(UUID id, UUID writer, Instant now);

    /** It is gone; false if it was. */
    boolean delete(String owner, UUID id);

    /** Up to {@code max} that nobody went on with in time are gone; their files are the caller's to delete. */
    List<UUID> deleteExpired(Instant now, int max);

    /** What the owner has on the way, so that it is bounded; counted one after the other. */
    Usage lockedUsage(String owner, Instant now);

    /** @param octets all that was announced */
    record Usage(long count, long octets) {}
}
