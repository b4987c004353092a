package vn.lienthong.exchange.infrastructure.persistence;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.solecontrol.Passkey;
import vn.lienthong.exchange.domain.solecontrol.PasskeyLedger;

/** Officials' passkeys in PostgreSQL; all of it is public. */
record JdbiPasskeys(Handle handle) implements PasskeyLedger {
    @Override
    public List<Passkey> of(String account) {
        return handle.createQuery("""
                        select id, label, credential, sign_count, created_at from passkey
                        where account = :account order by created_at, id""")
                .bind("account", account)
                .map((row, context) -> new Passkey(
                        row.getString("id"),
                        row.getString("label"),
                        row.getString("credential"),
                        row.getLong("sign_count"),
                        Columns.instant(row, "created_at")))
                .list();
    }

    @Override
    public boolean put(String account, Passkey passkey) {
        return handle.createUpdate("""
                                insert into passkey (id, account, label, credential, sign_count, created_at)
                                values (:id, :account, :label, :credential, :count, :at) on conflict do nothing""")
                        .bind("id", passkey.id())
                        .bind("account", account)
                        .bind("label", passkey.label())
                        .bind("credential", passkey.credential())
                        .bind("count", passkey.signCount())
                        .bind("at", passkey.createdAt())
                        .execute()
                == 1;
    }

    @Override
    public boolean drop(String account, String id) {
        return handle.createUpdate("delete from passkey where account = :account and id = :id")
                        .bind("account", account)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    @Override
    public boolean use(String account, String id, long signCount, Instant at) {
        // WebAuthn §7.2, step 22: one that does not count says 0 for ever.
        return handle.createUpdate("""
                                update passkey set sign_count = :count, used_at = :at
                                where account = :account and id = :id
                                    and (sign_count < :count or sign_count = 0 and :count = 0)""")
                        .bind("account", account)
                        .bind("id", id)
                        .bind("count", signCount)
                        .bind("at", at)
                        .execute()
                == 1;
    }

    @Override
    public void putNonce(String account, Sha256Digest nonce, Instant expiresAt) {
        handle.createUpdate("""
                        insert into passkey_nonce (nonce_sha256, account, expires_at)
                        values (:nonce, :account, :expiresAt)""")
                .bind("nonce", nonce.toArray())
                .bind("account", account)
                .bind("expiresAt", expiresAt)
                .execute();
    }

    @Override
    public boolean useNonce(String account, Sha256Digest nonce, Instant now) {
        return handle.createUpdate("""
                                delete from passkey_nonce
                                where nonce_sha256 = :nonce and account = :account and expires_at > :now""")
                        .bind("nonce", nonce.toArray())
                        .bind("account", account)
                        .bind("now", now)
                        .execute()
                == 1;
    }
}
