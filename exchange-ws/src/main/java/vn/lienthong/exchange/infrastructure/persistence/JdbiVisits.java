package vn.lienthong.exchange.infrastructure.persistence;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.oauth.VisitLedger;

/** Officials' visits to the pages, in PostgreSQL. */
record JdbiVisits(Handle handle) implements VisitLedger {
    @Override
    public void putRequest(Sha256Digest uri, String client, String parameters, Instant expiresAt) {
        handle.createUpdate("""
                        insert into oauth_request (uri_sha256, client, parameters, expires_at)
                        values (:uri, :client, :parameters, :expiresAt)""")
                .bind("uri", uri.toArray())
                .bind("client", client)
                .bind("parameters", parameters)
                .bind("expiresAt", expiresAt)
                .execute();
    }

    @Override
    public Optional<String> request(Sha256Digest uri, String client, Instant now) {
        return handle.createQuery("""
                        select parameters from oauth_request
                        where uri_sha256 = :uri and client = :client and expires_at > :now""")
                .bind("uri", uri.toArray())
                .bind("client", client)
                .bind("now", now)
                .mapTo(String.class)
                .findFirst();
    }

    @Override
    public void dropRequest(Sha256Digest uri) {
        handle.createUpdate("delete from oauth_request where uri_sha256 = :uri")
                .bind("uri", uri.toArray())
                .execute();
    }

    @Override
    public void putSession(Sha256Digest token, String account, Instant expiresAt) {
        handle.createUpdate("""
                        insert into browser_session (token_sha256, account, expires_at)
                        values (:token, :account, :expiresAt)""")
                .bind("token", token.toArray())
                .bind("account", account)
                .bind("expiresAt", expiresAt)
                .execute();
    }

    @Override
    public Optional<String> sessionAccount(Sha256Digest token, Instant now) {
        return handle.createQuery(
                        "select account from browser_session where token_sha256 = :token and expires_at > :now")
                .bind("token", token.toArray())
                .bind("now", now)
                .mapTo(String.class)
                .findFirst();
    }

    @Override
    public void dropSession(Sha256Digest token) {
        handle.createUpdate("delete from browser_session where token_sha256 = :token")
                .bind("token", token.toArray())
                .execute();
    }
}
