package vn.lienthong.signer.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.evidence.Batch;
import vn.lienthong.signer.evidence.ChainedEntry;
import vn.lienthong.signer.evidence.EntryType;
import vn.lienthong.signer.evidence.LogPosition;
import vn.lienthong.signer.evidence.NewEntry;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.evidence.TreeHead;
import vn.lienthong.signer.evidence.file.EvidenceFile;
import vn.lienthong.signer.evidence.file.ProvenEntry;
import vn.lienthong.signer.evidence.merkle.CompactTree;
import vn.lienthong.signer.evidence.merkle.InclusionProof;
import vn.lienthong.signer.evidence.merkle.MerkleTree;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;
import vn.lienthong.signer.strict.PlainCms.Inside;

/** An operator who holds the log's key and rewrites the log, and a holder of a file who rewrites its proofs. */
class LogAttacksTest {
    private static final Instant NOW = EvidenceFixture.NOW;

    private final EvidenceFixture fixture = new EvidenceFixture();

    @TempDir
    Path folder;

    private List<CheckCode> failed(List<ProvenEntry> entries, SortedMap<Long, SealedHead> heads) throws IOException {
        EvidenceFile file = new EvidenceFile(
                EvidenceFixture.LOG,
                fixture.dispatch(),
                fixture.envelope(),
                entries,
                heads,
                fixture.certificates(),
                fixture.crls());
        Path path = Files.write(folder.resolve("evidence.zip"), EvidenceFixture.zip(file));
        return EvidenceVerifierTest.failed(fixture.verifier().verify(path, Optional.empty()));
    }

    private NewEntry entry(EntryType type) {
        return fixture.entry(type, NOW.minusSeconds(5), fixture.dispatch());
    }

    private static final Sha256Hash NO_HEADS = CompactTree.EMPTY.root();
    private static final Sha256Hash SOME_HEADS = Sha256Hash.over(new byte[] {5});

    private static ProvenEntry proven(Batch batch, int index) {
        ChainedEntry entry = batch.entries().get(index);
        return new ProvenEntry(entry, batch.head().batch(), batch.proof(entry.sequence()));
    }

    private Batch first() {
        return Batch.after(
                LogPosition.START,
                EvidenceFixture.LOG,
                List.of(entry(EntryType.DISPATCH_ACCEPTED), entry(EntryType.DELIVERY_FETCHED)),
                NOW);
    }

    private Batch after(LogPosition position) {
        return Batch.after(position, EvidenceFixture.LOG, List.of(entry(EntryType.DELIVERY_CONFIRMED)), NOW);
    }

    private SortedMap<Long, SealedHead> sealed(Batch... batches) {
        SortedMap<Long, SealedHead> heads = new TreeMap<>();
        for (Batch batch : batches) {
            heads.put(batch.head().batch(), fixture.seal(batch));
        }
        return heads;
    }

    private SealedHead stampedAt(Batch batch, Instant genTime, DigestAlgorithm imprint) {
        SealedHead honest = fixture.seal(batch);
        return new SealedHead(
                honest.head(),
                honest.seal(),
                EvidenceFixture.plain(fixture.forger.stamp(honest.seal(), genTime, imprint), Inside.SIGNER));
    }

    @Test
    void theLogThatTheAttacksStartFromHolds() throws IOException {
        Batch first = first();
        Batch second = after(EvidenceFixture.after(first.head()));
        assertThat(failed(List.of(proven(first, 0), proven(first, 1), proven(second, 0)), sealed(first, second)))
                .isEmpty();
    }

    /** Logs that had no tree over their heads go on with one: what was sealed before stays valid. */
    @Test
    void headsBeforeTheLogsTreeStayValid() throws IOException {
        Batch first = first();
        TreeHead old = withLogRoot(first.head(), Optional.empty());
        Batch second = after(EvidenceFixture.after(old));
        assertThat(old.toBytes().length()).isLessThan(first.head().toBytes().length());
        SortedMap<Long, SealedHead> heads = sealed(second);
        heads.put(1L, fixture.seal(old.toBytes()));
        assertThat(failed(List.of(proven(first, 0), proven(second, 0)), heads)).isEmpty();
    }

    @Test
    void refusesLogThatGaveItsTreeUp() throws IOException {
        Batch first = first();
        Batch second = after(EvidenceFixture.after(first.head()));
        SortedMap<Long, SealedHead> heads = sealed(first);
        heads.put(2L, fixture.seal(withLogRoot(second.head(), Optional.empty()).toBytes()));
        assertThat(failed(List.of(proven(first, 0), proven(second, 0)), heads)).containsExactly(CheckCode.HEAD_LINK);
    }

    @Test
    void refusesLogRootThatTheFileItselfDisproves() throws IOException {
        Batch first = first();
        Batch second = after(EvidenceFixture.after(first.head()));
        SortedMap<Long, SealedHead> heads = sealed(first);
        heads.put(
                2L,
                fixture.seal(withLogRoot(second.head(), Optional.of(SOME_HEADS)).toBytes()));
        assertThat(failed(List.of(proven(first, 0), proven(second, 0)), heads)).containsExactly(CheckCode.HEAD_LINK);
        heads.clear();
        heads.put(
                1L,
                fixture.seal(withLogRoot(first.head(), Optional.of(SOME_HEADS)).toBytes()));
        assertThat(failed(List.of(proven(first, 0)), heads)).containsExactly(CheckCode.HEAD_LINK);
    }

    private static TreeHead withLogRoot(TreeHead head, Optional<Sha256Hash> logRoot) {
        return new TreeHead(
                head.logId(),
                head.batch(),
                head.firstSequence(),
                head.lastSequence(),
                head.treeSize(),
                head.rootHash(),
                head.previousChainHash(),
                head.chainHash(),
                head.previousHeadHash(),
                logRoot,
                head.time());
    }

    @Test
    void refusesEntryThatWasTakenOutBetweenTwoOfOneTree() throws IOException {
        Batch honest = first();
        ChainedEntry accepted = honest.entries().getFirst();
        ChainedEntry second = honest.entries().get(1);
        // the second still names another predecessor than the one that now stands before it
        ChainedEntry orphan = new ChainedEntry(2, second.salt(), Sha256Hash.over(new byte[] {7}), second.entry());
        MerkleTree tree = MerkleTree.of(List.of(accepted.leafHash(), orphan.leafHash()));
        TreeHead head = new TreeHead(
                EvidenceFixture.LOG,
                1,
                1,
                2,
                2,
                tree.root(),
                Sha256Hash.ZERO,
                orphan.leafHash(),
                Sha256Hash.ZERO,
                Optional.of(NO_HEADS),
                NOW);
        SortedMap<Long, SealedHead> heads = new TreeMap<>();
        heads.put(1L, fixture.seal(head.toBytes()));
        List<ProvenEntry> entries = List.of(
                new ProvenEntry(accepted, 1, tree.inclusionProof(0)),
                new ProvenEntry(orphan, 1, tree.inclusionProof(1)));
        assertThat(failed(entries, heads)).containsExactly(CheckCode.ENTRY_PLACE);
    }

    @Test
    void refusesFirstBatchThatDoesNotBeginTheLog() throws IOException {
        Batch late = Batch.after(
                new LogPosition(0, 5, Sha256Hash.ZERO, Sha256Hash.ZERO, NO_HEADS),
                EvidenceFixture.LOG,
                List.of(entry(EntryType.DISPATCH_ACCEPTED)),
                NOW);
        assertThat(failed(List.of(proven(late, 0)), sealed(late))).containsExactly(CheckCode.HEAD_LINK);
        Batch hanging = Batch.after(
                new LogPosition(0, 0, Sha256Hash.over(new byte[1]), Sha256Hash.ZERO, NO_HEADS),
                EvidenceFixture.LOG,
                List.of(entry(EntryType.DISPATCH_ACCEPTED)),
                NOW);
        assertThat(failed(List.of(proven(hanging, 0)), sealed(hanging))).containsExactly(CheckCode.HEAD_LINK);
    }

    @Test
    void refusesMoreBatchesThanEntriesBetween() throws IOException {
        Batch first = first();
        LogPosition skipping =
                new LogPosition(4, 2, first.head().chainHash(), Sha256Hash.over(new byte[1]), SOME_HEADS);
        Batch fifth = after(skipping);
        assertThat(failed(List.of(proven(first, 0), proven(fifth, 0)), sealed(first, fifth)))
                .containsExactly(CheckCode.HEAD_LINK);
        Batch tenth = Batch.after(
                new LogPosition(9, 3, Sha256Hash.ZERO, Sha256Hash.ZERO, SOME_HEADS),
                EvidenceFixture.LOG,
                List.of(entry(EntryType.DISPATCH_ACCEPTED)),
                NOW);
        assertThat(failed(List.of(proven(tenth, 0)), sealed(tenth))).containsExactly(CheckCode.HEAD_LINK);
    }

    @Test
    void refusesSequenceThatRunsBack() throws IOException {
        Batch first = first();
        Batch again = after(new LogPosition(1, 1, first.head().chainHash(), Sha256Hash.over(new byte[1]), SOME_HEADS));
        assertThat(failed(List.of(proven(first, 0), proven(again, 0)), sealed(first, again)))
                .contains(CheckCode.HEAD_LINK);
    }

    @Test
    void refusesBatchThatWasStampedBeforeTheOneBefore() throws IOException {
        Batch first = first();
        Batch second = after(EvidenceFixture.after(first.head()));
        SortedMap<Long, SealedHead> heads = sealed(first, second);
        heads.put(1L, stampedAt(first, NOW.plusSeconds(120), DigestAlgorithm.SHA256));
        assertThat(failed(List.of(proven(first, 0), proven(second, 0)), heads)).containsExactly(CheckCode.HEAD_TIME);
    }

    @Test
    void refusesStampThatIsOlderThanItsEntries() throws IOException {
        Batch first = first();
        SortedMap<Long, SealedHead> heads = sealed(first);
        heads.put(1L, stampedAt(first, NOW.minusSeconds(120), DigestAlgorithm.SHA256));
        assertThat(failed(List.of(proven(first, 0)), heads)).contains(CheckCode.ENTRY_TIME);
    }

    @Test
    void refusesStampByAnotherDigest() throws IOException {
        Batch first = first();
        SortedMap<Long, SealedHead> heads = sealed(first);
        heads.put(1L, stampedAt(first, NOW, DigestAlgorithm.SHA512));
        assertThat(failed(List.of(proven(first, 0)), heads)).contains(CheckCode.HEAD_TIMESTAMP);
    }

    @Test
    void refusesOtherIndexSizeOrPath() throws IOException {
        Batch first = first();
        ProvenEntry honest = proven(first, 0);
        List<Sha256Hash> path = honest.proof().path();
        List<Sha256Hash> longer = new ArrayList<>(path);
        longer.add(Sha256Hash.ZERO);
        for (InclusionProof other : List.of(
                new InclusionProof(1, 2, path),
                new InclusionProof(0, 3, path),
                new InclusionProof(0, 2, longer),
                new InclusionProof(0, 1, List.of()),
                new InclusionProof(0, 2, List.of()),
                new InclusionProof(0, 4, longer))) {
            ProvenEntry confused = new ProvenEntry(honest.entry(), 1, other);
            assertThat(failed(List.of(confused), sealed(first)))
                    .as(other.toString())
                    .contains(CheckCode.ENTRY_INCLUDED);
        }
    }

    /** RFC 9162 §2.1.1: leaves and nodes are hashed apart, so the octets of a node are never an entry. */
    @Test
    void refusesNodeForALeaf() throws IOException {
        Batch first = first();
        assertThat(MerkleTree.leafHash(
                        first.entries().get(0).leafHash().toArray(),
                        first.entries().get(1).leafHash().toArray()))
                .isNotEqualTo(first.head().rootHash());
    }

    @Test
    void refusesProofInAnotherBatchsTree() throws IOException {
        Batch first = first();
        Batch second = after(EvidenceFixture.after(first.head()));
        ProvenEntry own = proven(first, 0);
        List<ProvenEntry> entries = List.of(new ProvenEntry(own.entry(), 2, own.proof()), proven(second, 0));
        assertThat(failed(entries, sealed(second))).contains(CheckCode.ENTRY_INCLUDED);
    }

    @Test
    void refusesAnchorsThatTheFileBringsAlong() throws IOException {
        EvidenceFixture forger = new EvidenceFixture();
        EvidenceFile forged = forger.file();
        List<java.security.cert.X509Certificate> withRoot = new ArrayList<>(forged.certificates());
        withRoot.add(forger.pki.root());
        EvidenceFile file = new EvidenceFile(
                forged.log(),
                forged.dispatch(),
                forged.envelope(),
                forged.entries(),
                forged.heads(),
                withRoot,
                forged.crls());
        Path path = Files.write(folder.resolve("evidence.zip"), EvidenceFixture.zip(file));
        assertThat(EvidenceVerifierTest.failed(fixture.verifier().verify(path, Optional.empty())))
                .contains(CheckCode.SEAL_CERTIFICATE, CheckCode.TIMESTAMP_CERTIFICATE);
    }
}
