package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The statement that records uses, and its parameters: few are given one by one, for an array costs more to write and to read
 * than the few values in it.
 */
final class UseStatement {
    /** Beyond that they are given as arrays; each count up to it is a statement that each connection prepares. */
    private static final int FEW = 4;

    private static final String TOGETHER = recording("select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality");

    private static final List<String> ONE_BY_ONE =
            IntStream.rangeClosed(1, FEW).mapToObj(UseStatement::oneByOne).toList();

    private UseStatement() {}

    /** What is recorded of one use. */
    record Row(
            String account,
            String key,
            UUID policy,
            UUID block,
            long uses,
            UUID id,
            String body,
            String salt,
            String at) {}

    /** The statement with all of its parameters; the ordinals of the rows that were recorded are what it gives. */
    static PreparedStatement of(Connection connection, List<Row> rows) throws SQLException {
        boolean few = !rows.isEmpty() && rows.size() <= FEW;
        PreparedStatement statement = connection.prepareStatement(few ? ONE_BY_ONE.get(rows.size() - 1) : TOGETHER);
        if (few) {
            setOneByOne(statement, rows);
        } else {
            setTogether(statement, rows);
        }
        return statement;
    }

    private static String oneByOne(int count) {
        String row = "(?::text, ?::text, ?::uuid, ?::uuid, ?::bigint, ?::uuid, ?::text, ?::text, ?::text";
        List<String> rows = IntStream.rangeClosed(1, count)
                .mapToObj(ordinal -> row + ", " + ordinal + ")")
                .toList();
        return recording("values " + String.join(", ", rows));
    }

    /**
     * The rows that permit a use stay as they are until the commit: nobody can disable a key or close a block between this
     * look and the use's being on the record. The policy is locked first, as by who changes it.
     */
    private static String recording(String asked) {
        return "with asked (account, key, policy, block, uses, id, body, salt, at, ordinal) as (" + asked + """
                ),
                valid as materialized (
                    select u.* from asked u
                    join key_usage_block b on b.id = u.block and b.key_alias = u.key
                    join key_policy p on p.id = u.policy and p.key_alias = u.key and p.state = 'EFFECTIVE'
                    where exists (select from key_grant g
                        where (g.system = u.account or g.account = u.account) and g.key_alias = u.key
                            and g.withdrawn_at is null)
                    for share of p for key share of b),
                counted as (
                    insert into key_use (block, uses) select block, sum(uses) from valid group by block),
                noted as (
                    insert into audit_entry (id, dispatch, body, salt, at)
                    select id, null, body, decode(salt, 'hex'), at::timestamptz from valid
                    returning id),
                pending as (
                    insert into audit_pending (entry) select id from noted order by id)
                select ordinal from valid""";
    }

    private static void setOneByOne(PreparedStatement statement, List<Row> rows) throws SQLException {
        int index = 0;
        for (Row row : rows) {
            statement.setString(++index, row.account());
            statement.setString(++index, row.key());
            statement.setObject(++index, row.policy());
            statement.setObject(++index, row.block());
            statement.setLong(++index, row.uses());
            statement.setObject(++index, row.id());
            statement.setString(++index, row.body());
            statement.setString(++index, row.salt());
            statement.setString(++index, row.at());
        }
    }

    private static void setTogether(PreparedStatement statement, List<Row> rows) throws SQLException {
        set(statement, 1, "text", rows, Row::account);
        set(statement, 2, "text", rows, Row::key);
        set(statement, 3, "uuid", rows, Row::policy);
        set(statement, 4, "uuid", rows, Row::block);
        set(statement, 5, "bigint", rows, Row::uses);
        set(statement, 6, "uuid", rows, Row::id);
        set(statement, 7, "text", rows, Row::body);
        set(statement, 8, "text", rows, Row::salt);
        set(statement, 9, "text", rows, Row::at);
    }

    private static void set(
            PreparedStatement statement, int index, String type, List<Row> rows, Function<Row, @Nullable Object> value)
            throws SQLException {
        Array array = statement
                .getConnection()
                .createArrayOf(type, rows.stream().map(value).toArray());
        statement.setArray(index, array);
    }
}
