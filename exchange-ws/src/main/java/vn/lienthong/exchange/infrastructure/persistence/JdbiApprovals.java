package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.oauth.Grant;
import vn.lienthong.exchange.domain.remote.ApprovalLedger;
import vn.lienthong.exchange.domain.remote.ApprovalRequest;
import vn.lienthong.exchange.domain.remote.ApprovalState;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.SignedWords;

/** Requests for approval in PostgreSQL. Lists of hashes travel as hexadecimal texts. */
record JdbiApprovals(Handle handle) implements ApprovalLedger {
    private static final String PENDING = """
            select r.* from approval_request r join oauth_grant g on g.id = r.grant_id
            where r.account = :account and r.state = 'PENDING' and r.expires_at > :now and g.revoked_at is null
                and exists (select from oauth_grant l where l.client = r.client and l.account = r.account
                    and l.scope = 'SERVICE' and l.revoked_at is null)""";

    @Override
    public boolean put(ApprovalRequest request, Sha256Digest digest, int most, Instant now) {
        // Who comes second waits here for the first, and then counts what it put.
        handle.execute(
                "select pg_advisory_xact_lock(hashtextextended(? || ' ' || ?, 38))",
                request.client(),
                request.account());
        return handle.createUpdate("""
                                insert into approval_request (id, handle_sha256, grant_id, client, account, credential,
                                    hash_algorithm, hashes, words, labels, document_kind, signatures, description, expires_at)
                                select :id, :handle, :grant, :client, :account, :credential, :algorithm, :hashes, :words,
                                    :labels, :kind, :signatures, :description, :expiresAt
                                where (select count(*) from approval_request where account = :account
                                    and client = :client and state <> 'APPROVED' and expires_at > :now) < :most""")
                        .bind("id", request.id())
                        .bind("handle", digest.toArray())
                        .bind("grant", request.grant())
                        .bind("client", request.client())
                        .bind("account", request.account())
                        .bind("credential", request.credentialId())
                        .bind("algorithm", request.hashAlgorithm())
                        .bindArray(
                                "hashes",
                                String.class,
                                request.hashes().stream().map(DocumentHash::hex).toArray())
                        .bindArray("words", String.class, words(request))
                        .bindArray("labels", String.class, request.labels().toArray())
                        .bind("kind", Columns.textOrNull(request.kind()))
                        .bind("signatures", request.signatures())
                        .bind("description", request.description())
                        .bind("expiresAt", request.expiresAt())
                        .bind("now", now)
                        .bind("most", most)
                        .execute()
                == 1;
    }

    @Override
    public Optional<Answer> byHandle(Sha256Digest digest, Grant holder) {
        return handle.createQuery("""
                        select r.state, r.authorization_id, coalesce(a.expires_at, r.expires_at) as until
                        from approval_request r join oauth_grant g on g.id = r.grant_id
                            left join signature_authorization a on a.id = r.authorization_id
                            left join oauth_grant ag on ag.id = a.grant_id
                        where r.handle_sha256 = :handle and g.revoked_at is null and ag.revoked_at is null
                            and g.client = :client and g.account is not distinct from :account
                            and exists (select from oauth_grant l where l.client = r.client and l.account = r.account
                                and l.scope = 'SERVICE' and l.revoked_at is null)
                        for update of r""")
                .bind("handle", digest.toArray())
                .bind("client", holder.client())
                .bind("account", holder.account())
                .map((row, context) -> new Answer(
                        ApprovalState.valueOf(row.getString("state")),
                        row.getObject("authorization_id", UUID.class),
                        Columns.instant(row, "until")))
                .findFirst();
    }

    @Override
    public List<ApprovalRequest> pending(String account, Instant now) {
        return requests(handle.createQuery(PENDING + " order by r.expires_at, r.id"), account, now);
    }

    @Override
    public Optional<ApprovalRequest> pending(String account, UUID id, Instant now) {
        Query query = handle.createQuery(PENDING + " and r.id = :id for update of r for share of g")
                .bind("id", id);
        return requests(query, account, now).stream().findFirst();
    }

    @Override
    public void approve(UUID id, UUID authorization) {
        handle.createUpdate("""
                        update approval_request set state = 'APPROVED', authorization_id = :authorization
                        where id = :id and state = 'PENDING'""")
                .bind("id", id)
                .bind("authorization", authorization)
                .execute();
    }

    @Override
    public void refuse(UUID id) {
        handle.createUpdate("update approval_request set state = 'REFUSED' where id = :id and state = 'PENDING'")
                .bind("id", id)
                .execute();
    }

    private static List<ApprovalRequest> requests(Query query, String account, Instant now) {
        return query.bind("account", account)
                .bind("now", now)
                .map((row, context) -> request(row))
                .list();
    }

    private static ApprovalRequest request(ResultSet row) throws SQLException {
        List<DocumentHash> hashes =
                texts(row, "hashes").stream().map(DocumentHash::new).toList();
        return new ApprovalRequest(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "grant_id"),
                row.getString("client"),
                row.getString("account"),
                row.getString("credential"),
                row.getString("hash_algorithm"),
                hashes,
                words(texts(row, "words"), hashes.size()),
                texts(row, "labels"),
                Columns.kindOrNull(row, "document_kind"),
                row.getInt("signatures"),
                row.getString("description"),
                Columns.instant(row, "expires_at"));
    }

    private static Object[] words(ApprovalRequest request) {
        return request.words().stream().allMatch(SignedWords::isNone)
                ? new Object[0]
                : request.words().stream()
                        .flatMap(each -> each.texts().stream())
                        .toArray();
    }

    private static List<SignedWords> words(List<String> texts, int hashes) {
        if (texts.isEmpty()) {
            return Collections.nCopies(hashes, SignedWords.NONE);
        }
        List<SignedWords> words = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += 4) {
            words.add(new SignedWords(texts.get(i), texts.get(i + 1), texts.get(i + 2), texts.get(i + 3)));
        }
        return words;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
