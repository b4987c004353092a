package vn.lienthong.signer.evidence.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.evidence.TreeHead;
import vn.lienthong.signer.evidence.merkle.ConsistencyProof;
import vn.lienthong.signer.evidence.merkle.InclusionProof;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;

/** Proofs are believed by what they prove: those of another tree, or none, find the log wrong. */
class LogProofsTest extends WatchedLog {
    /** The old head is still shown to whoever asks for it, and proofs are given out of the old tree: the root tells. */
    @Test
    void aTreeThatDoesNotHoldWhatWasShownIsFound() throws IOException {
        OperatedLog honest = log.twin();
        log.entries(4).remove(0);
        log.rebuildFrom(4);
        log.grow(1, NOW);
        honest.grow(1, NOW);
        log.show(5, seen.orElseThrow().head().sealed());
        assertFound(log, WatchCode.HISTORY_REBUILT);
        assertFound(
                new Faked(log) {
                    @Override
                    public Optional<InclusionProof> inclusion(long batch, long size) {
                        return honest.inclusion(batch, size);
                    }

                    @Override
                    public Optional<ConsistencyProof> consistency(long first, long second) {
                        return honest.consistency(first, second);
                    }
                },
                WatchCode.HISTORY_REBUILT);
    }

    /** A tree may hold the head that was seen, and not the ones before it. */
    @Test
    void aTreeWithOtherLeavesBeforeTheLastHeadIsFound() throws IOException {
        TreeHead last = log.batch(5).head();
        List<Sha256Hash> leaves = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            leaves.add(log.batch(i).head().leafHash());
        }
        leaves.set(1, Sha256Hash.over(new byte[] {1}));
        var tree = vn.lienthong.signer.evidence.merkle.MerkleTree.of(leaves);
        TreeHead forged = new TreeHead(
                last.logId(),
                6,
                last.lastSequence() + 1,
                last.lastSequence() + 1,
                1,
                Sha256Hash.ZERO,
                last.chainHash(),
                Sha256Hash.ZERO,
                Sha256Hash.over(last.toBytes().toArray()),
                Optional.of(tree.root()),
                NOW);
        log.grow(1, NOW).show(6, fixture.sealedAt(forged.toBytes(), NOW));
        assertFound(
                new Faked(log) {
                    @Override
                    public Optional<InclusionProof> inclusion(long batch, long size) {
                        return Optional.of(tree.inclusionProof((int) batch - 1));
                    }

                    @Override
                    public Optional<ConsistencyProof> consistency(long first, long second) {
                        return Optional.of(tree.consistencyProof((int) first));
                    }
                },
                WatchCode.HISTORY_REBUILT);
    }

    @Test
    void aLogThatWithholdsItsProofsIsFound() throws IOException {
        log.grow(1, NOW);
        assertFound(
                new Faked(log) {
                    @Override
                    public Optional<InclusionProof> inclusion(long batch, long size) {
                        return Optional.empty();
                    }
                },
                WatchCode.HISTORY_REBUILT);
        assertFound(
                new Faked(log) {
                    @Override
                    public Optional<ConsistencyProof> consistency(long first, long second) {
                        return Optional.empty();
                    }
                },
                WatchCode.HISTORY_REBUILT);
        assertFound(
                new Faked(log) {
                    @Override
                    public Optional<ShownHead> head(long batch) {
                        return Optional.empty();
                    }
                },
                WatchCode.HISTORY_REBUILT);
    }

    /** Heads that were sealed before there was a tree count as leaves of it, and wait for the first that names its root. */
    @Test
    void aLogWithoutATreeIsUndecidedUntilItHasOne() throws IOException {
        TreeHead old = withoutRoot(log.batch(5).head());
        log.show(5, fixture.sealedAt(old.toBytes(), NOW));
        seen = Optional.of(new Seen(log.shown(5), NOW));
        assertFound(log);
        OperatedLog gaveUp = log.twin().grow(1, NOW);
        gaveUp.show(6, fixture.sealedAt(withoutRoot(gaveUp.batch(6).head()).toBytes(), NOW));
        assertFound(gaveUp, WatchCode.UNDECIDED);
    }

    @Test
    void aLogThatGaveItsTreeUpIsFound() throws IOException {
        log.grow(1, NOW);
        log.show(6, fixture.sealedAt(withoutRoot(log.batch(6).head()).toBytes(), NOW));
        assertFound(log, WatchCode.HISTORY_REBUILT);
    }

    private static TreeHead withoutRoot(TreeHead head) {
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
                Optional.empty(),
                head.time());
    }

    /** A log that answers some questions as it likes. */
    private abstract static class Faked implements LogSource {
        private final LogSource real;

        Faked(LogSource real) {
            this.real = real;
        }

        @Override
        public Optional<ShownHead> newest() throws IOException {
            return real.newest();
        }

        @Override
        public Optional<ShownHead> head(long batch) throws IOException {
            return real.head(batch);
        }

        @Override
        public Optional<ConsistencyProof> consistency(long first, long second) throws IOException {
            return real.consistency(first, second);
        }

        @Override
        public Optional<InclusionProof> inclusion(long batch, long size) throws IOException {
            return real.inclusion(batch, size);
        }
    }
}
