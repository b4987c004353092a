package vn.lienthong.exchange.infrastructure.persistence;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.lienthong.exchange.domain.content.ContentUse;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/** The references to stored octets: those of the dispatches, which are never deleted. */
record JdbiContentUse(Handle handle) implements ContentUse {

    /** The advisory lock of these octets. Two digests may share one: then one waits for the other without need. */
    static long lockOf(Sha256Digest digest) {
        return ByteBuffer.wrap(digest.toArray()).getLong();
    }

    @Override
    public Set<Sha256Digest> usedOf(Collection<Sha256Digest> digests) {
        return handle.createQuery("""
                        select content_sha256 from dispatch
                        where content_sha256 in (select decode(hex, 'hex') from unnest(:digests) as hex)""")
                .bindArray(
                        "digests",
                        String.class,
                        digests.stream().map(Sha256Digest::hex).toList())
                .map((row, context) -> Sha256Digest.of(row.getBytes(1)))
                .set();
    }

    @Override
    public boolean holdsUnused(Sha256Digest digest) {
        // A statement of its own: the next one sees what was committed while this one waited.
        handle.createQuery("select pg_advisory_xact_lock(:lock)")
                .bind("lock", lockOf(digest))
                .map((row, context) -> true)
                .one();
        return handle.createQuery("select not exists (select from dispatch where content_sha256 = :digest)")
                .bind("digest", digest.toArray())
                .mapTo(Boolean.class)
                .one();
    }
}
