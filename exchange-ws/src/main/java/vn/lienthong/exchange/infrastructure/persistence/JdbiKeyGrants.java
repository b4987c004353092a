package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import vn.lienthong.exchange.domain.keypolicy.GrantProposal;
import vn.lienthong.exchange.domain.keypolicy.KeyGrants;

/** Grants of keys in PostgreSQL. A grant that is withdrawn stays as a row, so that nothing gives it back by the way. */
record JdbiKeyGrants(Handle handle) implements KeyGrants {
    private static final String SELECT = """
            select id, key_alias, grantee, state, proposed_by, proposed_at, decided_by, decided_at
            from key_grant_proposal where\s""";

    @Override
    public List<String> holders(String keyAlias) {
        return handle.createQuery("""
                        select coalesce(system, account) from key_grant
                        where key_alias = :key and withdrawn_at is null order by 1""").bind("key", keyAlias).mapTo(String.class).list();
    }

    @Override
    public boolean wasDecided(String keyAlias, String grantee) {
        return handle.createQuery("""
                        select exists (select from key_grant where key_alias = :key and (system = :name or account = :name))
                            or exists (select from key_grant_proposal where key_alias = :key and grantee = :name)""")
                .bind("key", keyAlias)
                .bind("name", grantee)
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public List<GrantProposal> proposed() {
        return handle.createQuery(SELECT + "state = 'PROPOSED' order by proposed_at, id")
                .map((row, context) -> proposal(row))
                .list();
    }

    @Override
    public Optional<GrantProposal> find(UUID id) {
        return handle.createQuery(SELECT + "id = :id for update")
                .bind("id", id)
                .map((row, context) -> proposal(row))
                .findFirst();
    }

    @Override
    public boolean propose(GrantProposal proposal) {
        return handle.createUpdate("""
                        insert into key_grant_proposal (id, key_alias, grantee, state, proposed_by, proposed_at)
                        values (:id, :key, :grantee, 'PROPOSED', :by, :at)
                        on conflict (key_alias, grantee) where state = 'PROPOSED' do nothing""")
                        .bind("id", proposal.id())
                        .bind("key", proposal.keyAlias())
                        .bind("grantee", proposal.grantee())
                        .bind("by", proposal.proposedBy())
                        .bind("at", proposal.proposedAt())
                        .execute()
                == 1;
    }

    @Override
    public boolean decide(GrantProposal proposal, boolean granted, String by, Instant at) {
        int decided = handle.createUpdate("""
                        update key_grant_proposal set state = :state, decided_by = :by, decided_at = :at
                        where id = :id and state = 'PROPOSED'""")
                .bind("id", proposal.id())
                .bind("state", (granted ? GrantProposal.State.GRANTED : GrantProposal.State.REJECTED).name())
                .bind("by", by)
                .bind("at", at)
                .execute();
        if (decided == 1 && granted) {
            grant(proposal);
        }
        return decided == 1;
    }

    private void grant(GrantProposal proposal) {
        handle.createUpdate("""
                        insert into key_grant (system, account, key_alias)
                        select s.id, p.name, :key from (select 1) one
                            left join system s on s.id = :name left join account p on p.name = :name
                        on conflict (system, account, key_alias) do update set withdrawn_by = null, withdrawn_at = null""")
                .bind("key", proposal.keyAlias())
                .bind("name", proposal.grantee())
                .execute();
    }

    @Override
    public boolean withdraw(String keyAlias, String grantee, String by, Instant at) {
        int withdrawn = handle.createUpdate("""
                        update key_grant set withdrawn_by = :by, withdrawn_at = :at
                        where key_alias = :key and (system = :name or account = :name) and withdrawn_at is null""")
                .bind("key", keyAlias)
                .bind("name", grantee)
                .bind("by", by)
                .bind("at", at)
                .execute();
        return withdrawn > 0;
    }

    private static GrantProposal proposal(ResultSet row) throws SQLException {
        return new GrantProposal(
                Columns.uuid(row, "id"),
                row.getString("key_alias"),
                row.getString("grantee"),
                GrantProposal.State.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                Columns.instant(row, "proposed_at"),
                row.getString("decided_by"),
                row.getObject("decided_at") == null ? null : Columns.instant(row, "decided_at"));
    }
}
