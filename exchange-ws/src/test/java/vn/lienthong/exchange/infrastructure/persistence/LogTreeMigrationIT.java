package vn.lienthong.exchange.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import vn.lienthong.exchange.it.TestExchange;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.merkle.CompactTree;
import vn.lienthong.signer.evidence.merkle.CompactTree.FullNode;
import vn.lienthong.signer.evidence.merkle.MerkleTree;
import vn.lienthong.signer.evidence.merkle.NodeId;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;

/** Batches that were sealed before the log had its tree are its first leaves: what SQL computes is what RFC 9162 says. */
class LogTreeMigrationIT {
    private static final String SCHEMA = "it_log_tree_migration";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64, 301})
    void takesUpWhatWasSealedBefore(int batches) throws SQLException {
        PGSimpleDataSource owner = theVersionBefore();
        execute(owner, """
                insert into audit_batch select n, n, n, ('{"format":"lienthong-tree-head-1","batch":' || n || '}')::bytea,
                    'seal', 'token', '{}' from generate_series(1, %d) n""".formatted(batches));

        Migrations.migrate(owner, "lienthong");

        List<Sha256Hash> leaves = new ArrayList<>();
        Map<NodeId, Sha256Hash> expected = new HashMap<>();
        CompactTree tree = CompactTree.EMPTY;
        for (int n = 1; n <= batches; n++) {
            leaves.add(MerkleTree.leafHash("{\"format\":\"lienthong-tree-head-1\",\"batch\":%d}"
                    .formatted(n)
                    .getBytes(StandardCharsets.UTF_8)));
            CompactTree.Grown grown = tree.with(leaves.getLast());
            for (FullNode node : grown.completed()) {
                expected.put(node.id(), node.hash());
            }
            tree = grown.tree();
        }
        assertThat(tree.root()).isEqualTo(MerkleTree.of(leaves).root());
        assertThat(nodes(owner)).isEqualTo(expected);
    }

    @Test
    void aLogWithoutBatchesHasNoNodes() throws SQLException {
        PGSimpleDataSource owner = theVersionBefore();
        Migrations.migrate(owner, "lienthong");
        assertThat(nodes(owner)).isEmpty();
    }

    private PGSimpleDataSource theVersionBefore() throws SQLException {
        PGSimpleDataSource given = (PGSimpleDataSource) TestExchange.in(folder, 1).owner;
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setURL(given.getURL());
        owner.setUser(given.getUser());
        owner.setPassword(given.getPassword());
        owner.setCurrentSchema(SCHEMA);
        execute(owner, "drop schema if exists " + SCHEMA + " cascade");
        execute(owner, "create schema " + SCHEMA);
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .placeholders(Map.of("runtimeRole", "lienthong"))
                .repeatableSqlMigrationPrefix("LATER") // the grants speak of all tables
                .target("21")
                .load()
                .migrate();
        return owner;
    }

    private static Map<NodeId, Sha256Hash> nodes(PGSimpleDataSource owner) throws SQLException {
        Map<NodeId, Sha256Hash> nodes = new HashMap<>();
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select level, place, hash from log_node")) {
            while (row.next()) {
                nodes.put(new NodeId(row.getInt(1), row.getLong(2)), new Sha256Hash(Bytes.of(row.getBytes(3))));
            }
        }
        return nodes;
    }

    private static void execute(PGSimpleDataSource owner, String sql) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
