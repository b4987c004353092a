package vn.lienthong.exchange.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.agency.AgencyFilter;
import vn.lienthong.exchange.domain.audit.LogTree.LogNode;
import vn.lienthong.exchange.domain.audit.LogTree.Place;
import vn.lienthong.exchange.it.TestExchange;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.merkle.NodeId;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;
import vn.lienthong.signer.evidence.merkle.StoredTree;

/** A proof reads a few rows a level, however many leaves there are: counted by PostgreSQL itself. */
class LogTreeGrowthIT {
    /** 2^17 leaves unless more are asked for: with ten million the table takes minutes to fill. */
    private static final int LEAVES = Integer.getInteger("log.leaves", 1 << 17);

    private static final int HEIGHT = 32 - Integer.numberOfLeadingZeros(LEAVES - 1);

    @TempDir
    Path folder;

    private TestExchange exchange;

    @Test
    void aProofReadsTwoRowsALevel() throws Exception {
        exchange = TestExchange.in(folder, 1);
        for (int level = 0; LEAVES >> level > 0; level++) {
            execute("insert into log_node select %d, g, sha256((%d || '/' || g)::bytea) from generate_series(0, %d) g"
                    .formatted(level, level, (LEAVES >> level) - 1));
        }
        execute("analyze log_node");
        int times = 200;
        long before = fetched();
        long began = System.nanoTime();
        for (int i = 1; i <= times; i++) {
            long size = LEAVES - 1 - i;
            long leaf = (long) i * (LEAVES / times) % size;
            proof(tree -> tree.inclusionProof(leaf, size).path());
            proof(tree -> tree.consistencyProof(leaf + 1, size).path());
        }
        long each = (System.nanoTime() - began) / times / 2;
        long rows = (fetched() - before) / times / 2;
        System.out.println("log tree of " + LEAVES + " leaves: " + rows + " rows and " + each / 1000 + " us a proof");
        assertThat(rows).isBetween(2L, 2L * HEIGHT);
    }

    private void proof(java.util.function.Function<StoredTree, ?> asked) {
        exchange.unitOfWork.reading(ledger -> asked.apply(new StoredTree(wanted -> {
            Map<NodeId, Sha256Hash> found = new HashMap<>();
            for (LogNode node : ledger.logTree().nodes(places(wanted))) {
                found.put(
                        new NodeId(node.at().level(), node.at().place()),
                        new Sha256Hash(Bytes.of(node.hash().toArray())));
            }
            return found;
        })));
    }

    private static Set<Place> places(Set<NodeId> wanted) {
        return wanted.stream()
                .map(node -> new Place(node.level(), node.index()))
                .collect(java.util.stream.Collectors.toSet());
    }

    /** Rows that scans gave so far. A session tells its counts when it is idle, a second apart. */
    private long fetched() throws Exception {
        Thread.sleep(1_200);
        exchange.unitOfWork.reading(ledger -> ledger.agencies().list(AgencyFilter.LIVING, null, 1));
        Thread.sleep(200);
        try (Connection connection = exchange.owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select sum(coalesce(idx_tup_read, 0) + seq_tup_read) from pg_stat_user_tables t
                        left join (select relid, sum(idx_tup_read) as idx_tup_read from pg_stat_user_indexes group by relid) i
                            using (relid)
                        where schemaname = current_schema() and relname = 'log_node'""")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = exchange.owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
