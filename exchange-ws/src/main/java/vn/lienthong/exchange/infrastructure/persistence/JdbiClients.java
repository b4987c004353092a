package vn.lienthong.exchange.infrastructure.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.oauth.AssertionKey;
import vn.lienthong.exchange.domain.oauth.ClientLedger;
import vn.lienthong.exchange.domain.oauth.OAuthClient;

/** Applications in PostgreSQL. */
record JdbiClients(Handle handle) implements ClientLedger {
    @Override
    public boolean put(OAuthClient client) {
        if (find(client.id()).filter(client::equals).isPresent()) {
            return false;
        }
        Sha256Digest secret = client.secret();
        AssertionKey key = client.assertionKey();
        handle.createUpdate("""
                        insert into oauth_client
                            (id, name, secret_sha256, assertion_key, redirect_uris, response_uris, explicit, passkey_origin)
                        values (:id, :name, :secret, :key, :redirectUris, :responseUris, :explicit, :passkeyOrigin)
                        on conflict (id) do update set name = excluded.name, secret_sha256 = excluded.secret_sha256,
                            assertion_key = excluded.assertion_key, redirect_uris = excluded.redirect_uris,
                            response_uris = excluded.response_uris,
                            explicit = excluded.explicit, passkey_origin = excluded.passkey_origin""")
                .bind("id", client.id())
                .bind("name", client.name())
                .bind("secret", secret == null ? null : secret.toArray())
                .bind("key", key == null ? null : key.encoded())
                .bindArray("redirectUris", String.class, client.redirectUris().toArray())
                .bindArray("responseUris", String.class, client.responseUris().toArray())
                .bind("explicit", client.explicit())
                .bind("passkeyOrigin", client.passkeyOrigin())
                .execute();
        return true;
    }

    @Override
    public Optional<OAuthClient> find(String id) {
        return handle.createQuery("""
                        select id, name, secret_sha256, assertion_key, redirect_uris, response_uris, explicit, passkey_origin
                        from oauth_client where id = :id""")
                .bind("id", id)
                .map((row, context) -> new OAuthClient(
                        row.getString("id"),
                        row.getString("name"),
                        row.getBytes("secret_sha256") == null ? null : Sha256Digest.of(row.getBytes("secret_sha256")),
                        row.getBytes("assertion_key") == null
                                ? null
                                : AssertionKey.ofEncoded(row.getBytes("assertion_key")),
                        List.of((String[]) row.getArray("redirect_uris").getArray()),
                        List.of((String[]) row.getArray("response_uris").getArray()),
                        row.getBoolean("explicit"),
                        row.getString("passkey_origin")))
                .findFirst();
    }

    @Override
    public boolean useAssertion(String client, Sha256Digest id, Instant expiresAt) {
        return handle.createUpdate("""
                                insert into client_assertion (client, id_sha256, expires_at)
                                values (:client, :id, :expiresAt) on conflict do nothing""")
                        .bind("client", client)
                        .bind("id", id.toArray())
                        .bind("expiresAt", expiresAt)
                        .execute()
                == 1;
    }
}
