package vn.lienthong.signer.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.Batch;
import vn.lienthong.signer.evidence.ContentDigest;
import vn.lienthong.signer.evidence.DispatchReference;
import vn.lienthong.signer.evidence.EntryType;
import vn.lienthong.signer.evidence.Envelope;
import vn.lienthong.signer.evidence.LogPosition;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.evidence.TreeHead;
import vn.lienthong.signer.evidence.file.EvidenceFile;
import vn.lienthong.signer.evidence.file.ProvenEntry;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;
import vn.lienthong.signer.evidence.verify.Check.Result;
import vn.lienthong.signer.testpki.Profile;

class EvidenceVerifierTest {
    private static EvidenceFixture fixture;
    private static EvidenceFile honest;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeEvidence() {
        fixture = new EvidenceFixture();
        honest = fixture.file();
    }

    private EvidenceReport verify(EvidenceFile file) throws IOException {
        return verify(file, fixture);
    }

    private EvidenceReport verify(EvidenceFile file, EvidenceFixture by) throws IOException {
        Path path = folder.resolve("evidence.zip");
        Files.write(path, EvidenceFixture.zip(file));
        return by.verifier().verify(path, Optional.empty());
    }

    static List<CheckCode> failed(EvidenceReport report) {
        return report.checks().stream()
                .filter(c -> c.result() == Result.FAILED)
                .map(Check::code)
                .distinct()
                .toList();
    }

    private static EvidenceFile with(List<ProvenEntry> entries) {
        return new EvidenceFile(
                EvidenceFixture.LOG,
                honest.dispatch(),
                honest.envelope(),
                entries,
                honest.heads(),
                honest.certificates(),
                honest.crls());
    }

    private static EvidenceFile with(long batch, SealedHead head) {
        TreeMap<Long, SealedHead> heads = new TreeMap<>(honest.heads());
        heads.put(batch, head);
        return new EvidenceFile(
                EvidenceFixture.LOG,
                honest.dispatch(),
                honest.envelope(),
                honest.entries(),
                heads,
                honest.certificates(),
                honest.crls());
    }

    @Test
    void honestFileHolds() throws IOException {
        EvidenceReport report = verify(honest);
        assertThat(failed(report)).isEmpty();
        assertThat(report.holds()).isTrue();
        assertThat(report.proven().orElseThrow().entries())
                .extracting(e -> e.sequence() + " " + e.entry().type().code())
                .containsExactly("2 dispatch-accepted", "4 delivery-fetched", "7 delivery-confirmed");
    }

    @Test
    void contentIsCompared() throws IOException {
        Path path = folder.resolve("evidence.zip");
        Files.write(path, EvidenceFixture.zip(honest));
        EvidenceVerifier verifier = fixture.verifier();
        ContentDigest right =
                new ContentDigest(Sha256Hash.over(EvidenceFixture.CONTENT), EvidenceFixture.CONTENT.length);
        assertThat(verifier.verify(path, Optional.of(right)).holds()).isTrue();
        ContentDigest wrong = new ContentDigest(Sha256Hash.over(new byte[1]), 1);
        assertThat(failed(verifier.verify(path, Optional.of(wrong)))).containsExactly(CheckCode.CONTENT);
    }

    @Test
    void refusesStrangersRoot() throws IOException {
        Path path = folder.resolve("evidence.zip");
        Files.write(path, EvidenceFixture.zip(honest));
        EvidenceReport report = new EvidenceFixture().verifier().verify(path, Optional.empty());
        assertThat(failed(report)).contains(CheckCode.SEAL_CERTIFICATE, CheckCode.TIMESTAMP_CERTIFICATE);
    }

    @Test
    void refusesSealerThatHadExpired() throws IOException {
        EvidenceFixture other =
                new EvidenceFixture(Profile.logSeal("Hết hạn", "demo").expired(), Profile.timestamping("TSA"));
        assertThat(failed(verify(other.file(), other))).containsExactly(CheckCode.SEAL_CERTIFICATE);
    }

    @Test
    void refusesWeakSealer() throws IOException {
        EvidenceFixture other =
                new EvidenceFixture(Profile.logSeal("Yếu", "demo").weak(), Profile.timestamping("TSA"));
        assertThat(failed(verify(other.file(), other))).contains(CheckCode.HEAD_SEAL);
    }

    @Test
    void refusesEntryOfAnotherDispatch() throws IOException {
        List<ProvenEntry> entries = new ArrayList<>(honest.entries());
        EvidenceFixture fixtureOfOther = fixture;
        Batch batch = Batch.after(
                EvidenceFixture.after(
                        TreeHead.parse(honest.heads().get(1L).head()),
                        TreeHead.parse(honest.heads().get(2L).head())),
                EvidenceFixture.LOG,
                List.of(fixtureOfOther.entry(
                        EntryType.STATUS_RECORDED,
                        EvidenceFixture.NOW,
                        new DispatchReference(
                                "other", "other", honest.dispatch().content()))),
                EvidenceFixture.NOW);
        entries.add(new ProvenEntry(batch.entries().getFirst(), 3, batch.proof(8)));
        TreeMap<Long, SealedHead> heads = new TreeMap<>(honest.heads());
        heads.put(3L, fixture.seal(batch));
        EvidenceReport report = verify(new EvidenceFile(
                EvidenceFixture.LOG,
                honest.dispatch(),
                honest.envelope(),
                entries,
                heads,
                honest.certificates(),
                honest.crls()));
        assertThat(failed(report)).containsExactly(CheckCode.ENTRY_ABOUT_DISPATCH);
    }

    @Test
    void refusesEntryThatClaimsTheFuture() throws IOException {
        Instant future = EvidenceFixture.NOW.plus(Duration.ofHours(1));
        Batch batch = Batch.after(
                LogPosition.START,
                EvidenceFixture.LOG,
                List.of(fixture.entry(EntryType.DISPATCH_ACCEPTED, future, fixture.dispatch())),
                EvidenceFixture.NOW);
        TreeMap<Long, SealedHead> heads = new TreeMap<>();
        heads.put(1L, fixture.seal(batch));
        EvidenceReport report = verify(new EvidenceFile(
                EvidenceFixture.LOG,
                honest.dispatch(),
                honest.envelope(),
                List.of(new ProvenEntry(batch.entries().getFirst(), 1, batch.proof(1))),
                heads,
                honest.certificates(),
                honest.crls()));
        assertThat(failed(report)).containsExactly(CheckCode.ENTRY_TIME);
    }

    @Test
    void refusesEnvelopeThatTheAcceptanceDoesNotSay() throws IOException {
        EvidenceReport report = verify(new EvidenceFile(
                EvidenceFixture.LOG,
                honest.dispatch(),
                new Envelope("000.00.00.H03", List.of("000.00.00.G99"), List.of()),
                honest.entries(),
                honest.heads(),
                honest.certificates(),
                honest.crls()));
        assertThat(failed(report)).containsExactly(CheckCode.ACCEPTANCE);
    }

    @Test
    void refusesFileWithoutAcceptance() throws IOException {
        EvidenceFile second = new EvidenceFile(
                EvidenceFixture.LOG,
                honest.dispatch(),
                honest.envelope(),
                honest.entries().subList(1, 3),
                honest.heads().tailMap(2L),
                honest.certificates(),
                honest.crls());
        assertThat(failed(verify(second))).containsExactly(CheckCode.ACCEPTANCE);
    }

    @Test
    void refusesEntriesOutOfOrderOrTwice() throws IOException {
        assertThat(failed(verify(with(honest.entries().reversed())))).contains(CheckCode.STRUCTURE);
        List<ProvenEntry> twice = new ArrayList<>(honest.entries());
        twice.add(twice.getLast());
        assertThat(failed(verify(with(twice)))).contains(CheckCode.STRUCTURE);
    }

    @Test
    void refusesSealOfAnotherHead() throws IOException {
        SealedHead first = honest.heads().get(1L);
        SealedHead second = honest.heads().get(2L);
        assertThat(failed(verify(with(2L, new SealedHead(second.head(), first.seal(), first.timestamp())))))
                .contains(CheckCode.HEAD_SEAL);
        assertThat(failed(verify(with(2L, new SealedHead(second.head(), second.seal(), first.timestamp())))))
                .contains(CheckCode.HEAD_TIMESTAMP);
    }

    @Test
    void refusesHeadThatForksTheLog() throws IOException {
        Batch fork = Batch.after(
                new LogPosition(1, 3, Sha256Hash.ZERO, Sha256Hash.ZERO, Sha256Hash.ZERO),
                EvidenceFixture.LOG,
                List.of(fixture.entry(EntryType.DELIVERY_FETCHED, EvidenceFixture.NOW, fixture.dispatch())),
                EvidenceFixture.NOW);
        TreeMap<Long, SealedHead> heads = new TreeMap<>(honest.heads());
        heads.put(2L, fixture.seal(fork));
        EvidenceReport report = verify(new EvidenceFile(
                EvidenceFixture.LOG,
                honest.dispatch(),
                honest.envelope(),
                List.of(
                        honest.entries().getFirst(),
                        new ProvenEntry(fork.entries().getFirst(), 2, fork.proof(4))),
                heads,
                honest.certificates(),
                honest.crls()));
        assertThat(failed(report)).containsExactly(CheckCode.HEAD_LINK);
    }

    @Test
    void refusesHeadThatIsNotSpeltAsHeadsAre() throws IOException {
        Bytes head = honest.heads().get(2L).head();
        String spaced = new String(head.toArray(), java.nio.charset.StandardCharsets.UTF_8).replace(":", ": ");
        SealedHead sealed = fixture.seal(Bytes.of(spaced.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(failed(verify(with(2L, sealed)))).contains(CheckCode.HEAD_FORM);
    }
}
