package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.Accounts;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.ConnectedSystem;
import vn.lienthong.exchange.domain.account.Person;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.account.SecretVault;
import vn.lienthong.exchange.domain.account.SharedSecret;
import vn.lienthong.exchange.domain.account.VxpPeer;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Systems and people in PostgreSQL. */
record JdbiAccounts(Handle handle, SecretVault vault) implements Accounts {
    /** A system with every code of every agency that it acts for. */
    private static final String SYSTEM = """
            select s.id as name, 'SYSTEM' as kind, s.roles, s.vxp_secret,
                array(select c.code::text from agency a join agency_code c on c.agency = a.id where a.system = s.id) as codes
            from system s where\s""";

    private static final String PERSON = """
            select p.name, 'PERSON' as kind, p.roles, null::bytea as vxp_secret,
                array(select c.code::text from account_agency a join agency_code c on c.agency = a.agency
                    where a.account = p.name) as codes
            from account p where\s""";

    private static final String BY_TOKEN = SYSTEM + "s.token_sha256 = ? union all " + PERSON + "p.token_sha256 = ?";

    @Override
    public Optional<VxpPeer> vxpPeer(SystemId system) {
        return handle.createQuery(SYSTEM + "s.id = :id and s.vxp_secret is not null")
                .bind("id", system.value())
                .map((row, context) ->
                        new VxpPeer(caller(row), vault.open(row.getString("name"), row.getBytes("vxp_secret"))))
                .findFirst();
    }

    /** Asked at each call of each protocol, so without what a mapping library does for a statement. */
    @Override
    public Optional<Caller> byToken(Sha256Digest token) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(BY_TOKEN)) {
            byte[] digest = token.toArray();
            statement.setBytes(1, digest);
            statement.setBytes(2, digest);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(caller(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException("a token cannot be looked up", e, null);
        }
    }

    @Override
    public Optional<Caller> byCertificate(Sha256Digest certificate) {
        return first(
                handle.createQuery(SYSTEM + "s.ws_certificate_sha256 = :sha256").bind("sha256", certificate.toArray()));
    }

    @Override
    public Optional<Caller> person(String account) {
        return first(handle.createQuery(PERSON + "p.name = :name").bind("name", account));
    }

    @Override
    public Optional<Caller> named(String name) {
        return first(handle.createQuery(SYSTEM + "s.id = :name union all " + PERSON + "p.name = :name")
                .bind("name", name));
    }

    @Override
    public Set<String> keysOf(String name) {
        return new HashSet<>(
                handle.createQuery("""
                                select key_alias from key_grant
                                where (system = :name or account = :name) and withdrawn_at is null""").bind("name", name).mapTo(String.class).list());
    }

    @Override
    public boolean put(ConnectedSystem system) {
        String id = system.id().value();
        if (same(system)) {
            return false;
        }
        SharedSecret secret = system.vxpSecret();
        return unlessTaken(() -> handle.createUpdate("""
                        insert into system (id, name, vxp_secret, token_sha256, ws_certificate_sha256, roles)
                        values (:id, :name, :secret, :token, :certificate, :roles)
                        on conflict (id) do update set name = excluded.name, vxp_secret = excluded.vxp_secret,
                            token_sha256 = excluded.token_sha256,
                            ws_certificate_sha256 = excluded.ws_certificate_sha256, roles = excluded.roles""")
                .bind("id", id)
                .bind("name", system.name())
                .bind("secret", secret == null ? null : vault.seal(id, secret))
                .bind("token", octets(system.bearerToken()))
                .bind("certificate", octets(system.certificate()))
                .bindArray("roles", String.class, roles(system.roles()))
                .execute());
    }

    @Override
    public boolean put(Person person) {
        Object[] agencies = Columns.texts(person.agencies());
        boolean same = handle.createQuery("""
                        select count(*) from account p where p.name = :name and p.full_name = :fullName
                            and p.token_sha256 is not distinct from :token::bytea and p.roles @> :roles
                            and p.roles <@ :roles
                            and array(select agency::text from account_agency where account = p.name order by 1)
                                = array(select x from unnest(:agencies) x order by 1)""")
                        .bind("name", person.account())
                        .bind("fullName", person.fullName())
                        .bind("token", octets(person.bearerToken()))
                        .bindArray("roles", String.class, roles(person.roles()))
                        .bindArray("agencies", String.class, agencies)
                        .mapTo(Long.class)
                        .one()
                == 1;
        if (same) {
            return false;
        }
        unlessTaken(() -> handle.createUpdate("""
                        insert into account (name, full_name, token_sha256, roles) values (:name, :fullName, :token, :roles)
                        on conflict (name) do update set full_name = excluded.full_name,
                            token_sha256 = excluded.token_sha256, roles = excluded.roles""")
                .bind("name", person.account())
                .bind("fullName", person.fullName())
                .bind("token", octets(person.bearerToken()))
                .bindArray("roles", String.class, roles(person.roles()))
                .execute());
        handle.createUpdate("delete from account_agency where account = :name")
                .bind("name", person.account())
                .execute();
        handle.createUpdate("insert into account_agency (account, agency) select :name, unnest(:agencies)")
                .bind("name", person.account())
                .bindArray("agencies", String.class, agencies)
                .execute();
        return true;
    }

    @Override
    public boolean grantKey(String name, String keyAlias) {
        return handle.createUpdate("""
                                insert into key_grant (system, account, key_alias)
                                select s.id, p.name, :key from (select 1) one
                                    left join system s on s.id = :name left join account p on p.name = :name
                                on conflict do nothing""").bind("name", name).bind("key", keyAlias).execute() == 1;
    }

    private boolean same(ConnectedSystem system) {
        SharedSecret secret = system.vxpSecret();
        Optional<SharedSecret> before = vxpPeer(system.id()).map(VxpPeer::secret);
        return handle.createQuery("""
                                select count(*) from system where id = :id and name = :name
                                    and token_sha256 is not distinct from :token::bytea
                                    and ws_certificate_sha256 is not distinct from :certificate::bytea
                                    and roles @> :roles and roles <@ :roles""")
                                .bind("id", system.id().value())
                                .bind("name", system.name())
                                .bind("token", octets(system.bearerToken()))
                                .bind("certificate", octets(system.certificate()))
                                .bindArray("roles", String.class, roles(system.roles()))
                                .mapTo(Long.class)
                                .one()
                        == 1
                && before.equals(Optional.ofNullable(secret));
    }

    private static boolean unlessTaken(IntSupplier change) {
        try {
            return change.getAsInt() == 1;
        } catch (JdbiException e) {
            if (SqlFailures.isUniqueViolation(e)) {
                throw new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, "token"), e);
            }
            throw e;
        }
    }

    private static Optional<Caller> first(Query query) {
        return query.map((row, context) -> caller(row)).findFirst();
    }

    private static Caller caller(ResultSet row) throws SQLException {
        return new Caller(
                row.getString("name"),
                Caller.Kind.valueOf(row.getString("kind")),
                Arrays.stream(texts(row, "codes")).map(OrganId::new).collect(Collectors.toSet()),
                Arrays.stream(texts(row, "roles")).map(Role::valueOf).collect(Collectors.toSet()));
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private static Object[] roles(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray();
    }

    private static byte @Nullable [] octets(@Nullable Sha256Digest digest) {
        return digest == null ? null : digest.toArray();
    }
}
