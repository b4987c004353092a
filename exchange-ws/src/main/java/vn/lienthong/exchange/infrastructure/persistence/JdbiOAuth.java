package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.oauth.AuthorizationCode;
import vn.lienthong.exchange.domain.oauth.Grant;
import vn.lienthong.exchange.domain.oauth.OAuthLedger;
import vn.lienthong.exchange.domain.oauth.Scope;

/** What applications were allowed, in PostgreSQL. */
record JdbiOAuth(Handle handle) implements OAuthLedger {
    /** What {@link #grant} reads. */
    private static final String GRANT = "g.id as grant_id, g.client, g.account, g.scope ";

    @Override
    public void put(Grant grant, Instant at) {
        handle.createUpdate("""
                        insert into oauth_grant (id, client, account, scope, granted_at)
                        values (:id, :client, :account, :scope, :at)""")
                .bind("id", grant.id())
                .bind("client", grant.client())
                .bind("account", grant.account())
                .bind("scope", grant.scope().name())
                .bind("at", at)
                .execute();
    }

    @Override
    public void revoke(UUID grant, Instant at) {
        handle.createUpdate("update oauth_grant set revoked_at = :at where id = :id and revoked_at is null")
                .bind("id", grant)
                .bind("at", at)
                .execute();
    }

    @Override
    public void putCode(Sha256Digest code, AuthorizationCode meaning) {
        handle.createUpdate("""
                        insert into oauth_code
                            (code_sha256, grant_id, redirect_uri, code_challenge, authorization_id, credential, expires_at)
                        values (:code, :grant, :redirectUri, :challenge, :authorization::uuid, :credential, :expiresAt)""")
                .bind("code", code.toArray())
                .bind("grant", meaning.grant().id())
                .bind("redirectUri", meaning.redirectUri())
                .bind("challenge", meaning.codeChallenge())
                .bind("authorization", meaning.authorization())
                .bind("credential", meaning.credential())
                .bind("expiresAt", meaning.expiresAt())
                .execute();
    }

    @Override
    public Optional<Taken<AuthorizationCode>> takeCode(Sha256Digest code, Instant now) {
        Optional<Taken<AuthorizationCode>> taken = handle.createQuery("""
                        select c.redirect_uri, c.code_challenge, c.authorization_id, c.credential, c.expires_at,
                            c.used_at is null as first,\s""" + GRANT + """
                         from oauth_code c join oauth_grant g on g.id = c.grant_id
                        where c.code_sha256 = :code for update of c""")
                .bind("code", code.toArray())
                .map((row, context) -> new Taken<>(
                        new AuthorizationCode(
                                grant(row),
                                row.getString("redirect_uri"),
                                row.getString("code_challenge"),
                                row.getObject("authorization_id", UUID.class),
                                row.getString("credential"),
                                Columns.instant(row, "expires_at")),
                        row.getBoolean("first")))
                .findFirst();
        handle.createUpdate("update oauth_code set used_at = :now where code_sha256 = :code and used_at is null")
                .bind("code", code.toArray())
                .bind("now", now)
                .execute();
        return taken;
    }

    @Override
    public void putToken(Sha256Digest token, UUID grant, TokenKind kind, Instant expiresAt) {
        handle.createUpdate("""
                        insert into oauth_token (token_sha256, grant_id, kind, expires_at)
                        values (:token, :grant, :kind, :expiresAt)""")
                .bind("token", token.toArray())
                .bind("grant", grant)
                .bind("kind", kind.name())
                .bind("expiresAt", expiresAt)
                .execute();
    }

    @Override
    public Optional<Grant> byAccessToken(Sha256Digest token, Instant now) {
        return handle.createQuery("select " + GRANT + """
                         from oauth_token t join oauth_grant g on g.id = t.grant_id
                        where t.token_sha256 = :token and t.kind = 'ACCESS' and t.expires_at > :now
                            and g.revoked_at is null""")
                .bind("token", token.toArray())
                .bind("now", now)
                .map((row, context) -> grant(row))
                .findFirst();
    }

    @Override
    public Optional<Taken<Grant>> takeRefreshToken(Sha256Digest token, Instant now) {
        Optional<Taken<Grant>> taken = handle.createQuery("select t.used_at is null as first, " + GRANT + """
                         from oauth_token t join oauth_grant g on g.id = t.grant_id
                        where t.token_sha256 = :token and t.kind = 'REFRESH' and t.expires_at > :now
                            and g.revoked_at is null for update of t""")
                .bind("token", token.toArray())
                .bind("now", now)
                .map((row, context) -> new Taken<>(grant(row), row.getBoolean("first")))
                .findFirst();
        handle.createUpdate("""
                        update oauth_token set used_at = :now
                        where token_sha256 = :token and kind = 'REFRESH' and used_at is null""").bind("token", token.toArray()).bind("now", now).execute();
        return taken;
    }

    @Override
    public Optional<Grant> byAnyToken(Sha256Digest token) {
        return handle.createQuery("select " + GRANT + """
                         from oauth_grant g where g.id = (select grant_id from oauth_token where token_sha256 = :token
                            union all select grant_id from signature_authorization where sad_sha256 = :token)""")
                .bind("token", token.toArray())
                .map((row, context) -> grant(row))
                .findFirst();
    }

    @Override
    public List<String> accountsThatLet(String client, Instant now) {
        return handle.createQuery("""
                        select distinct g.account from oauth_grant g join oauth_token t on t.grant_id = g.id
                        where g.client = :client and g.account is not null and g.scope = 'SERVICE'
                            and g.revoked_at is null and t.expires_at > :now and t.used_at is null order by 1""")
                .bind("client", client)
                .bind("now", now)
                .mapTo(String.class)
                .list();
    }

    @Override
    public void putResponse(Sha256Digest id, UUID grant, String answer, Instant expiresAt) {
        handle.createUpdate("""
                        insert into signing_response (id_sha256, grant_id, answer, expires_at)
                        values (:id, :grant, :answer, :expiresAt)""")
                .bind("id", id.toArray())
                .bind("grant", grant)
                .bind("answer", answer)
                .bind("expiresAt", expiresAt)
                .execute();
    }

    @Override
    public Optional<String> response(Sha256Digest id, Grant holder, Instant now) {
        return handle.createQuery("""
                        select r.answer from signing_response r join oauth_grant g on g.id = r.grant_id
                        where r.id_sha256 = :id and r.expires_at > :now and g.revoked_at is null
                            and g.client = :client and g.account is not distinct from :account""")
                .bind("id", id.toArray())
                .bind("now", now)
                .bind("client", holder.client())
                .bind("account", holder.account())
                .mapTo(String.class)
                .findFirst();
    }

    @Override
    public int removeExpired(Instant before) {
        int removed = 0;
        for (String sql : List.of(
                "delete from oauth_request where expires_at < :before",
                "delete from browser_session where expires_at < :before",
                "delete from passkey_nonce where expires_at < :before",
                "delete from client_assertion where expires_at < :before",
                "delete from signing_response where expires_at < :before",
                "delete from approval_request where expires_at < :before",
                "delete from factor_enrolment where expires_at < :before",
                """
                delete from oauth_grant g where g.granted_at < :before
                    and not exists (select from oauth_token where grant_id = g.id and expires_at >= :before)
                    and not exists (select from oauth_code where grant_id = g.id and expires_at >= :before)
                    and not exists (select from signature_authorization where grant_id = g.id and expires_at >= :before)""")) {
            removed += handle.createUpdate(sql).bind("before", before).execute();
        }
        return removed;
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                Columns.uuid(row, "grant_id"),
                row.getString("client"),
                row.getString("account"),
                Scope.valueOf(row.getString("scope")));
    }
}
