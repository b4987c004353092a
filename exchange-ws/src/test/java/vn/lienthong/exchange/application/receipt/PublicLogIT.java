package vn.lienthong.exchange.application.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.application.receipt.PublicLog.ShownEntry;
import vn.lienthong.exchange.it.LogKeys;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.TreeHead;
import vn.lienthong.signer.evidence.merkle.CompactTree;
import vn.lienthong.signer.evidence.merkle.MerkleTree;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;

/** What the log shows to anybody fits what was sealed, at every size that it ever had. */
class PublicLogIT {
    private static final LogKeys KEYS = new LogKeys();
    private static final int BATCHES = 9;

    @TempDir
    Path folder;

    private TestExchange exchange;
    private PublicLog log;

    @BeforeEach
    void start() {
        exchange = TestExchange.in(folder, 4);
        log = new PublicLog(exchange.unitOfWork, KEYS::crls);
    }

    @Test
    void everyHeadNamesTheTreeOfThoseBefore() throws MalformedEvidenceException {
        assertThat(log.head(Optional.empty())).isEmpty();
        List<TreeHead> heads = fill();
        List<Sha256Hash> leaves = heads.stream().map(TreeHead::leafHash).toList();
        assertThat(log.heads(1, 1000)).isEqualTo(leaves);
        assertThat(log.heads(3, 2)).isEqualTo(leaves.subList(2, 4));
        for (TreeHead head : heads) {
            assertThat(head.logRoot())
                    .contains(CompactTree.of(leaves.subList(0, (int) head.logSize()))
                            .root());
        }
    }

    @Test
    void everySizeIsProvenToGrowOutOfEveryEarlierOne() throws MalformedEvidenceException {
        List<TreeHead> heads = fill();
        for (TreeHead later : heads.subList(1, BATCHES)) {
            for (TreeHead earlier : heads.subList(0, (int) later.batch() - 1)) {
                assertThat(log.proof(earlier.batch(), later.logSize())
                                .orElseThrow()
                                .verify(earlier.leafHash(), later.logRoot().orElseThrow()))
                        .isTrue();
                if (earlier.logSize() > 0) {
                    assertThat(log.consistency(earlier.logSize(), later.logSize())
                                    .orElseThrow()
                                    .verify(
                                            earlier.logRoot().orElseThrow(),
                                            later.logRoot().orElseThrow()))
                            .isTrue();
                }
            }
        }
        assertThat(log.proof(1, BATCHES))
                .as("the newest batch is in the tree too")
                .isPresent();
        assertThat(log.proof(1, BATCHES + 1)).isEmpty();
        assertThat(log.proof(0, 1)).isEmpty();
        assertThat(log.proof(3, 2)).isEmpty();
        assertThat(log.consistency(0, 1)).isEmpty();
        assertThat(log.consistency(2, 1)).isEmpty();
        assertThat(log.consistency(1, BATCHES + 1)).isEmpty();
        assertThat(log.consistency(Long.MIN_VALUE, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void anEntryIsShownByItsSaltedHashAlone() throws MalformedEvidenceException {
        List<TreeHead> heads = fill();
        long last = heads.getLast().lastSequence();
        List<Sha256Hash> all = log.entries(1, 1000);
        assertThat(all).hasSize((int) last).doesNotHaveDuplicates();
        for (long sequence = 1; sequence <= last; sequence++) {
            ShownEntry shown = log.entry(sequence).orElseThrow();
            TreeHead head = heads.get((int) shown.batch() - 1);
            assertThat(shown.leaf()).isEqualTo(all.get((int) sequence - 1));
            assertThat(shown.inBatch().verify(shown.leaf(), head.rootHash())).isTrue();
        }
        assertThat(log.entry(last + 1)).isEmpty();
        assertThat(log.entry(0)).isEmpty();
        assertThat(log.entries(last + 1, 10)).isEmpty();
    }

    /** The hashes that are shown are those in the evidence file that the sender has. */
    @Test
    void theEvidenceOfADispatchIsInTheLogThatIsShown() throws IOException {
        Accepted accepted = exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        seal();
        ProveDispatch prove = new ProveDispatch(exchange.unitOfWork, KEYS::crls, Duration.ofSeconds(1), exchange.clock);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((EvidenceOutcome.Ready) prove.evidence(exchange.province, accepted.id())).writeTo(out);
        seal();
        TreeHead newest = head(Optional.empty());
        Bytes inFile = part(out.toByteArray(), "heads/1.json");
        assertThat(log.proof(1, newest.logSize())
                        .orElseThrow()
                        .verify(TreeHead.leafHash(inFile), newest.logRoot().orElseThrow()))
                .isTrue();
    }

    /** Sealed on top of a changed tree, a head would vouch for the change. */
    @Test
    void nothingIsSealedOnTopOfAChangedTree() throws SQLException, MalformedEvidenceException {
        fill();
        owner("alter table log_node disable trigger append_only");
        for (String change : List.of(
                "update log_node set hash = sha256('x'::bytea) where level = 3 and place = 0",
                "delete from log_node where level = 0 and place = 8")) {
            owner(change);
            exchange.sent(exchange.province, Messages.document(90, PROVINCE, MINISTRY));
            assertThatIllegalStateException().isThrownBy(this::seal).withMessageContaining("tree in the database");
        }
    }

    /** Whoever watches can tell a log in which nothing happens from one that withholds. */
    @Test
    void aSilentLogGivesASignOfLife() throws MalformedEvidenceException {
        SignOfLife soon = new SignOfLife(exchange.unitOfWork, Duration.ofMillis(-1), exchange.clock);
        SignOfLife later = new SignOfLife(exchange.unitOfWork, Duration.ofMinutes(10), exchange.clock);
        while (!(seal() instanceof SealingRun.NothingWaits)) {
            // until nothing of the set-up waits
        }
        TreeHead newest = log.head(Optional.empty()).isPresent() ? head(Optional.empty()) : null;
        assertThat(soon.give()).isEqualTo(newest != null);
        exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        assertThat(soon.give()).as("something waits").isFalse();
        seal();
        long batch = head(Optional.empty()).batch();
        assertThat(later.give()).as("the newest head is young").isFalse();
        assertThat(soon.give()).isTrue();
        assertThat(soon.give()).as("one waits").isFalse();
        seal();
        assertThat(head(Optional.empty()).batch()).isEqualTo(batch + 1);
    }

    private List<TreeHead> fill() throws MalformedEvidenceException {
        List<TreeHead> heads = new ArrayList<>();
        for (int i = 1; i <= BATCHES; i++) {
            for (int j = 0; j < i % 3 + 1; j++) {
                exchange.sent(exchange.province, Messages.document(10 * i + j, PROVINCE, MINISTRY));
            }
            seal();
            heads.add(head(Optional.empty()));
            assertThat(heads.getLast().batch()).isEqualTo(i);
            assertThat(head(Optional.of((long) i))).isEqualTo(heads.getLast());
        }
        assertThat(MerkleTree.of(heads.stream().map(TreeHead::leafHash).toList())
                        .size())
                .isEqualTo(BATCHES);
        return heads;
    }

    private TreeHead head(Optional<Long> batch) throws MalformedEvidenceException {
        return TreeHead.parse(log.head(batch).orElseThrow().head().head());
    }

    private SealingRun seal() {
        return new SealPending(exchange.unitOfWork, KEYS.sealer(), LogKeys.LOG, 10_000, exchange.clock).run();
    }

    private void owner(String sql) throws SQLException {
        try (Connection connection = exchange.owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Bytes part(byte[] zip, String name) throws IOException {
        try (ZipInputStream parts = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().equals(name)) {
                    return Bytes.of(parts.readAllBytes());
                }
            }
        }
        throw new AssertionError("no part " + name);
    }
}
