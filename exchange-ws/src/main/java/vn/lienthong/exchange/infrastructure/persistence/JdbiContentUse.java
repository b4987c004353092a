package vn.lienthong.exchange.infrastructure.persistence;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.lienthong.exchange.domain.content.ContentUse;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/** The references to stored octets: those of dispatches and closed registers, which stay, and of batches, while these last. */
record JdbiContentUse(Handle handle) implements ContentUse {
    /** Every column that refers to stored octets; each has an index. */
    private static final String REFERENCES = """
            select content_sha256 from dispatch
            union all select image_sha256 from signature_batch
            union all select content_sha256 from signature_batch_item
            union all select signed_sha256 from signature_batch_item
            union all select content_sha256 from kept_signature_version
            union all select content_sha256 from kept_signature_document
            union all select xml_sha256 from register
            union all select pdf_sha256 from register""";

    /** The advisory lock of these octets. Two digests may share one: then one waits for the other without need. */
    static long lockOf(Sha256Digest digest) {
        return ByteBuffer.wrap(digest.toArray()).getLong();
    }

    @Override
    public Set<Sha256Digest> usedOf(Collection<Sha256Digest> digests) {
        return handle.createQuery("select r.digest from (" + REFERENCES + ") r (digest)"
                        + " where r.digest in (select decode(hex, 'hex') from unnest(:digests) as hex)")
                .bindArray(
                        "digests",
                        String.class,
                        digests.stream().map(Sha256Digest::hex).toList())
                .map((row, context) -> Sha256Digest.of(row.getBytes(1)))
                .set();
    }

    @Override
    public void hold(Collection<Sha256Digest> digests) {
        // In one order, though shared locks never wait for each other, and whoever removes holds one at a time.
        handle.createQuery("select pg_advisory_xact_lock_shared(l) from unnest(:locks) as l")
                .bindArray(
                        "locks",
                        Long.class,
                        digests.stream().map(JdbiContentUse::lockOf).sorted().toArray())
                .map((row, context) -> true)
                .list();
    }

    @Override
    public boolean holdsUnused(Sha256Digest digest) {
        // A statement of its own: the next one sees what was committed while this one waited.
        handle.createQuery("select pg_advisory_xact_lock(:lock)")
                .bind("lock", lockOf(digest))
                .map((row, context) -> true)
                .one();
        return handle.createQuery(
                        "select not exists (select from (" + REFERENCES + ") r (digest) where r.digest = :digest)")
                .bind("digest", digest.toArray())
                .mapTo(Boolean.class)
                .one();
    }
}
