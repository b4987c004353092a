package vn.lienthong.signer.evidence.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.lienthong.signer.evidence.Batch;
import vn.lienthong.signer.evidence.ChainedEntry;
import vn.lienthong.signer.evidence.EntryType;
import vn.lienthong.signer.evidence.LogPosition;
import vn.lienthong.signer.evidence.NewEntry;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.evidence.TreeHead;
import vn.lienthong.signer.evidence.file.EvidenceFile;
import vn.lienthong.signer.evidence.file.ProvenEntry;
import vn.lienthong.signer.evidence.merkle.ConsistencyProof;
import vn.lienthong.signer.evidence.merkle.InclusionProof;
import vn.lienthong.signer.evidence.merkle.MerkleTree;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;
import vn.lienthong.signer.evidence.verify.EvidenceFixture;

/** A log in its operator's hands, who has the right key and does with it what he likes. */
public final class OperatedLog implements LogSource {
    private final EvidenceFixture fixture;
    private final List<List<NewEntry>> contents = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();
    private final List<Batch> batches = new ArrayList<>();
    private final List<ShownHead> shown = new ArrayList<>();

    public OperatedLog(EvidenceFixture fixture) {
        this.fixture = fixture;
    }

    /** The same history so far, in the same octets: from here on it may go another way. */
    public OperatedLog twin() {
        OperatedLog twin = new OperatedLog(fixture);
        contents.forEach(entries -> twin.contents.add(new ArrayList<>(entries)));
        twin.times.addAll(times);
        twin.batches.addAll(batches);
        twin.shown.addAll(shown);
        return twin;
    }

    /** A batch of so many entries is sealed, timestamped at that time. */
    public OperatedLog grow(int entries, Instant at) {
        List<NewEntry> added = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            added.add(entry(at));
        }
        contents.add(added);
        times.add(at);
        seal(contents.size() - 1);
        return this;
    }

    /** The evidence of a dispatch that is accepted in a batch of its own. */
    public EvidenceFile accept(Instant at) {
        contents.add(new ArrayList<>(List.of(fixture.entry(EntryType.DISPATCH_ACCEPTED, at, fixture.dispatch()))));
        times.add(at);
        seal(contents.size() - 1);
        Batch batch = batches.getLast();
        long number = batch.head().batch();
        ProvenEntry entry = new ProvenEntry(
                batch.entries().getFirst(), number, batch.proof(batch.head().firstSequence()));
        return new EvidenceFile(
                EvidenceFixture.LOG,
                fixture.dispatch(),
                fixture.envelope(),
                List.of(entry),
                new TreeMap<>(Map.of(number, shown.getLast().sealed())),
                fixture.certificates(),
                fixture.crls());
    }

    public NewEntry entry(Instant at) {
        return fixture.entry(EntryType.DELIVERY_FETCHED, at, fixture.dispatch());
    }

    /** The entries of a batch, to be changed. */
    public List<NewEntry> entries(int batch) {
        return contents.get(batch - 1);
    }

    public void truncate(int batches) {
        while (contents.size() > batches) {
            contents.removeLast();
            times.removeLast();
            this.batches.removeLast();
            shown.removeLast();
        }
    }

    /** All batches from that one on are built and sealed anew. */
    public void rebuildFrom(int batch) {
        while (batches.size() >= batch) {
            batches.removeLast();
            shown.removeLast();
        }
        for (int i = batch - 1; i < contents.size(); i++) {
            seal(i);
        }
    }

    /** The head of a batch is shown as that from now on, whatever the tree says. */
    void show(int batch, SealedHead sealed) {
        shown.set(batch - 1, shown(sealed));
    }

    Batch batch(int number) {
        return batches.get(number - 1);
    }

    public ShownHead shown(int batch) {
        return shown.get(batch - 1);
    }

    ShownHead shown(SealedHead sealed) {
        return new ShownHead(sealed, fixture.certificates(), fixture.crls());
    }

    private void seal(int index) {
        List<TreeHead> before = batches.stream().map(Batch::head).toList();
        LogPosition position = index == 0 ? LogPosition.START : EvidenceFixture.after(before.toArray(TreeHead[]::new));
        Batch batch = Batch.after(position, EvidenceFixture.LOG, contents.get(index), times.get(index));
        batches.add(batch);
        shown.add(shown(fixture.sealedAt(batch.head().toBytes(), times.get(index))));
    }

    private MerkleTree tree(long size) {
        return MerkleTree.of(leaves().subList(0, (int) size));
    }

    List<Sha256Hash> leaves() {
        return batches.stream().map(batch -> batch.head().leafHash()).toList();
    }

    List<Sha256Hash> entryLeaves() {
        return batches.stream()
                .flatMap(batch -> batch.entries().stream())
                .map(ChainedEntry::leafHash)
                .toList();
    }

    @Override
    public Optional<ShownHead> newest() {
        return shown.isEmpty() ? Optional.empty() : Optional.of(shown.getLast());
    }

    @Override
    public Optional<ShownHead> head(long batch) {
        return batch >= 1 && batch <= shown.size() ? Optional.of(shown.get((int) batch - 1)) : Optional.empty();
    }

    @Override
    public Optional<ConsistencyProof> consistency(long first, long second) {
        return first >= 1 && first <= second && second <= batches.size()
                ? Optional.of(tree(second).consistencyProof((int) first))
                : Optional.empty();
    }

    @Override
    public Optional<InclusionProof> inclusion(long batch, long size) {
        return batch >= 1 && batch <= size && size <= batches.size()
                ? Optional.of(tree(size).inclusionProof((int) batch - 1))
                : Optional.empty();
    }
}
