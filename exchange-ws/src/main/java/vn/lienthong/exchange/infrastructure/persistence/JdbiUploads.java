package vn.lienthong.exchange.infrastructure.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import vn.lienthong.exchange.domain.upload.Upload;
import vn.lienthong.exchange.domain.upload.Uploads;

/** What is on its way in, in PostgreSQL. */
record JdbiUploads(Handle handle) implements Uploads {
    /** So that two requests of one owner do not both find the last free place. */
    private static final int LOCK_CLASS = 0x75706c64;

    @Override
    public void add(Upload upload) {
        handle.createUpdate("""
                        insert into upload (id, owner, length, received, metadata, created_at, expires_at)
                        values (:id, :owner, :length, :received, :metadata, :createdAt, :expiresAt)""")
                .bind("id", upload.id())
                .bind("owner", upload.owner())
                .bind("length", upload.length())
                .bind("received", upload.received())
                .bind("metadata", upload.metadata())
                .bind("createdAt", upload.createdAt())
                .bind("expiresAt", upload.expiresAt())
                .execute();
    }

    @Override
    public Optional<Upload> find(String owner, UUID id, Instant now) {
        return handle.createQuery("""
                        select id, owner, length, received, metadata, created_at, expires_at from upload
                        where id = :id and owner = :owner and expires_at > :now""")
                .bind("id", id)
                .bind("owner", owner)
                .bind("now", now)
                .map((row, context) -> new Upload(
                        Columns.uuid(row, "id"),
                        row.getString("owner"),
                        row.getLong("length"),
                        row.getLong("received"),
                        row.getString("metadata"),
                        Columns.instant(row, "created_at"),
                        Columns.instant(row, "expires_at")))
                .findFirst();
    }

    @Override
    public boolean claim(UUID id, UUID writer, Instant now, Instant until) {
        return handle.createUpdate("""
                        update upload set writer = :writer, claimed_until = :until
                        where id = :id and claimed_until <= :now""")
                        .bind("id", id)
                        .bind("writer", writer)
                        .bind("now", now)
                        .bind("until", until)
                        .execute()
                == 1;
    }

    @Override
    public boolean progress(UUID id, UUID writer, long received, Instant until, Instant expiresAt) {
        return handle.createUpdate("""
                        update upload set received = :received, claimed_until = :until, expires_at = :expiresAt
                        where id = :id and writer = :writer""")
                        .bind("id", id)
                        .bind("writer", writer)
                        .bind("received", received)
                        .bind("until", until)
                        .bind("expiresAt", expiresAt)
                        .execute()
                == 1;
    }

    @Override
    public void release(UUID id, UUID writer, Instant now) {
        handle.createUpdate("update upload set claimed_until = :now where id = :id and writer = :writer")
                .bind("id", id)
                .bind("writer", writer)
                .bind("now", now)
                .execute();
    }

    @Override
    public boolean delete(String owner, UUID id) {
        return handle.createUpdate("delete from upload where id = :id and owner = :owner")
                        .bind("id", id)
                        .bind("owner", owner)
                        .execute()
                == 1;
    }

    @Override
    public List<UUID> deleteExpired(Instant now, int max) {
        return handle.createQuery("""
                        with gone as (
                            delete from upload where id in (
                                select id from upload where expires_at <= :now and claimed_until <= :now
                                order by expires_at limit :max for update skip locked)
                            returning id)
                        select id from gone""")
                .bind("now", now)
                .bind("max", max)
                .mapTo(UUID.class)
                .list();
    }

    @Override
    public Usage lockedUsage(String owner, Instant now) {
        handle.createQuery("select 1 from pg_advisory_xact_lock(:class, hashtext(:owner))")
                .bind("class", LOCK_CLASS)
                .bind("owner", owner)
                .mapTo(Integer.class)
                .one();
        return handle.createQuery("""
                        select count(*) as count, coalesce(sum(length), 0) as octets from upload
                        where owner = :owner and expires_at > :now""")
                .bind("owner", owner)
                .bind("now", now)
                .map((row, context) -> new Usage(row.getLong("count"), row.getLong("octets")))
                .one();
    }
}
