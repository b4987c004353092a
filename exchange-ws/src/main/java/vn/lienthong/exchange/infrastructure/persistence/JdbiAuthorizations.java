package vn.lienthong.exchange.infrastructure.persistence;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.remote.AuthorizationLedger;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.HashState;
import vn.lienthong.exchange.domain.remote.SignatureAuthorization;
import vn.lienthong.exchange.domain.remote.SignedWords;

/** Authorised hashes in PostgreSQL. Lists of hashes travel as hexadecimal texts. */
record JdbiAuthorizations(Handle handle) implements AuthorizationLedger {
    @Override
    public void put(SignatureAuthorization authorization, List<DocumentHash> hashes, List<SignedWords> words) {
        handle.createUpdate("""
                        insert into signature_authorization
                            (id, grant_id, account, key_alias, hash_algorithm, document_kind, signatures, expires_at)
                        values (:id, :grant, :account, :key, :algorithm, :kind, :signatures, :expiresAt)""")
                .bind("id", authorization.id())
                .bind("grant", authorization.grant())
                .bind("account", authorization.account())
                .bind("key", authorization.keyAlias())
                .bind("algorithm", authorization.hashAlgorithm())
                .bind("kind", Columns.textOrNull(authorization.kind()))
                .bind("signatures", authorization.signatures())
                .bind("expiresAt", authorization.expiresAt())
                .execute();
        insert(authorization.id(), hashes, words);
    }

    @Override
    public void issue(UUID authorization, Sha256Digest sad, Instant expiresAt) {
        handle.createUpdate(
                        "update signature_authorization set sad_sha256 = :sad, expires_at = :expiresAt where id = :id")
                .bind("id", authorization)
                .bind("sad", sad.toArray())
                .bind("expiresAt", expiresAt)
                .execute();
    }

    @Override
    public Optional<SignatureAuthorization> bySad(Sha256Digest sad) {
        return handle.createQuery("""
                        select a.id, a.grant_id, a.account, a.key_alias, a.hash_algorithm, a.document_kind,
                            a.signatures, a.expires_at
                        from signature_authorization a join oauth_grant g on g.id = a.grant_id
                        where a.sad_sha256 = :sad and g.revoked_at is null for update of a for share of g""")
                .bind("sad", sad.toArray())
                .map((row, context) -> new SignatureAuthorization(
                        Columns.uuid(row, "id"),
                        Columns.uuid(row, "grant_id"),
                        row.getString("account"),
                        row.getString("key_alias"),
                        row.getString("hash_algorithm"),
                        Columns.kindOrNull(row, "document_kind"),
                        row.getInt("signatures"),
                        Columns.instant(row, "expires_at")))
                .findFirst();
    }

    @Override
    public boolean extend(SignatureAuthorization authorization, List<DocumentHash> hashes, List<SignedWords> words) {
        int there = handle.createQuery("select count(*) from authorized_hash where authorization_id = :id")
                .bind("id", authorization.id())
                .mapTo(Integer.class)
                .one();
        return there + hashes.size() <= authorization.signatures()
                && insert(authorization.id(), hashes, words) == hashes.size();
    }

    @Override
    public Map<DocumentHash, Sha256Digest> words(UUID authorization) {
        Map<DocumentHash, Sha256Digest> words = new HashMap<>();
        handle.createQuery("""
                        select encode(hash, 'hex') as hash, words_sha256 from authorized_hash
                        where authorization_id = :id and words_sha256 is not null""")
                .bind("id", authorization)
                .map((row, context) -> Map.entry(
                        new DocumentHash(row.getString("hash")), Sha256Digest.of(row.getBytes("words_sha256"))))
                .forEach(entry -> words.put(entry.getKey(), entry.getValue()));
        return words;
    }

    private int insert(UUID authorization, List<DocumentHash> hashes, List<SignedWords> words) {
        return handle.createUpdate("""
                        insert into authorized_hash (authorization_id, hash, words_sha256)
                        select :id, decode(h, 'hex'), decode(nullif(w, ''), 'hex')
                        from unnest(:hashes, :words) as asked (h, w) on conflict do nothing""")
                .bind("id", authorization)
                .bindArray("hashes", String.class, hex(hashes))
                .bindArray(
                        "words",
                        String.class,
                        words.stream()
                                .map(each -> each.isNone() ? "" : each.digest().hex())
                                .toArray())
                .execute();
    }

    @Override
    public boolean reserve(UUID authorization, UUID reservation, Collection<DocumentHash> hashes, Instant at) {
        // Whoever comes second waits here for the first, and then finds another state.
        return handle.createUpdate("""
                                update authorized_hash set state = 'RESERVED', reservation = :reservation, changed_at = :at
                                where authorization_id = :id and state = 'AUTHORIZED'
                                    and hash in (select decode(h, 'hex') from unnest(:hashes) h)""")
                        .bind("id", authorization)
                        .bind("reservation", reservation)
                        .bind("at", at)
                        .bindArray("hashes", String.class, hex(hashes))
                        .execute()
                == hashes.size();
    }

    @Override
    public void release(UUID reservation) {
        handle.createUpdate("""
                        update authorized_hash set state = 'AUTHORIZED', reservation = null
                        where reservation = :reservation and state = 'RESERVED'""").bind("reservation", reservation).execute();
    }

    @Override
    public int consume(UUID reservation, Instant at) {
        return handle.createUpdate("""
                        update authorized_hash set state = 'CONSUMED', changed_at = :at
                        where reservation = :reservation and state = 'RESERVED'""")
                .bind("reservation", reservation)
                .bind("at", at)
                .execute();
    }

    @Override
    public Map<DocumentHash, HashState> states(UUID authorization) {
        Map<DocumentHash, HashState> states = new HashMap<>();
        handle.createQuery(
                        "select encode(hash, 'hex') as hash, state from authorized_hash where authorization_id = :id")
                .bind("id", authorization)
                .map((row, context) ->
                        Map.entry(new DocumentHash(row.getString("hash")), HashState.valueOf(row.getString("state"))))
                .forEach(entry -> states.put(entry.getKey(), entry.getValue()));
        return states;
    }

    @Override
    public int end(String account, String keyAlias, Instant at) {
        // Rows in the order in which whoever presents a SAD locks them.
        int ended = handle.createUpdate("""
                        update signature_authorization set expires_at = :at
                        where account = :account and key_alias = :key and expires_at > :at""")
                .bind("at", at)
                .bind("account", account)
                .bind("key", keyAlias)
                .execute();
        handle.createUpdate("""
                        update oauth_grant g set revoked_at = :at where g.scope = 'CREDENTIAL' and g.revoked_at is null
                            and g.id in (select grant_id from signature_authorization
                                where account = :account and key_alias = :key)""")
                .bind("at", at)
                .bind("account", account)
                .bind("key", keyAlias)
                .execute();
        return ended;
    }

    private static Object[] hex(Collection<DocumentHash> hashes) {
        return hashes.stream().map(DocumentHash::hex).toArray();
    }
}
