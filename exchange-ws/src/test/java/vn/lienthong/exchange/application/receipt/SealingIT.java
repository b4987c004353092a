package vn.lienthong.exchange.application.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.OTHER;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.application.receipt.EvidenceOutcome.Pending;
import vn.lienthong.exchange.application.receipt.EvidenceOutcome.Ready;
import vn.lienthong.exchange.application.receipt.EvidenceOutcome.Refused;
import vn.lienthong.exchange.application.receipt.SealingRun.AnotherNodeWasFirst;
import vn.lienthong.exchange.application.receipt.SealingRun.NothingWaits;
import vn.lienthong.exchange.application.receipt.SealingRun.Postponed;
import vn.lienthong.exchange.application.receipt.SealingRun.SealedEntries;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.ReceivedMessage;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.it.LogKeys;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.BatchSealer;
import vn.lienthong.signer.evidence.ContentDigest;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;
import vn.lienthong.signer.evidence.verify.EvidenceReport;
import vn.lienthong.signer.evidence.verify.Proven;

class SealingIT {
    private static final LogKeys KEYS = new LogKeys();

    @TempDir
    Path folder;

    private TestExchange exchange;
    private ProveDispatch prove;

    @BeforeEach
    void start() {
        exchange = TestExchange.in(folder, 8);
        prove = new ProveDispatch(exchange.unitOfWork, KEYS::crls, Duration.ofSeconds(1), exchange.clock);
    }

    @Test
    void evidenceIsPendingUntilSealedAndThenVerifiesOffline() throws IOException {
        Accepted accepted = exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        Pending pending = (Pending) prove.evidence(exchange.province, accepted.id());
        assertThat(pending.failure().code()).isEqualTo(FailureCode.EVIDENCE_PENDING);
        seal(KEYS.sealer());
        takeIn(exchange.ministry);
        seal(KEYS.sealer());
        EvidenceReport report = verified(exchange.auditor, accepted);
        assertThat(report.checks()).isNotEmpty();
        assertThat(report.proven().orElseThrow().entries())
                .extracting(event -> event.entry().type().code())
                .containsExactly("dispatch-accepted", "delivery-fetched", "delivery-confirmed");
    }

    @Test
    void oneSealCoversManyDispatches() throws IOException {
        List<Accepted> accepted = new ArrayList<>();
        for (int i = 10; i < 40; i++) {
            accepted.add(exchange.sent(exchange.province, Messages.document(i, PROVINCE, OTHER)));
        }
        int before = KEYS.signatures();
        assertThat(seal(KEYS.sealer())).isInstanceOf(SealedEntries.class);
        assertThat(KEYS.signatures() - before).as("a seal and a timestamp").isEqualTo(2);
        for (Accepted one : accepted) {
            verified(exchange.province, one);
        }
    }

    @Test
    void aReceiptIsTheSameOctetsWheneverItIsAskedFor() throws IOException {
        Accepted accepted = exchange.sent(exchange.province, Messages.document(50, PROVINCE, MINISTRY));
        seal(KEYS.sealer());
        byte[] first = octets(prove.receipt(exchange.province, accepted.id()));
        takeIn(exchange.ministry);
        assertThat(octets(prove.receipt(exchange.province, accepted.id()))).isEqualTo(first);
        assertThat(prove.evidence(exchange.province, accepted.id())).isInstanceOf(Pending.class);
    }

    @Test
    void aRecipientIsNotToldOfTheOthers() throws IOException {
        Accepted accepted = exchange.sent(exchange.province, Messages.document(60, PROVINCE, MINISTRY, OTHER));
        takeIn(exchange.ministry);
        takeIn(exchange.other);
        seal(KEYS.sealer());
        List<Proven.Event> events =
                verified(exchange.other, accepted).proven().orElseThrow().entries();
        assertThat(events).hasSize(3);
        assertThat(events.subList(1, 3))
                .allMatch(event -> event.entry().details().get("recipient").equals(OTHER.value()));
    }

    @Test
    void aStrangerGetsNoEvidence() {
        Accepted accepted = exchange.sent(exchange.province, Messages.document(70, PROVINCE, MINISTRY));
        seal(KEYS.sealer());
        Refused refused = (Refused) prove.evidence(exchange.other, accepted.id());
        assertThat(refused.failure().code()).isEqualTo(FailureCode.NOT_FOUND);
    }

    @Test
    void entriesWaitWhileTheTokenIsDownAndNothingIsLost() throws IOException {
        Accepted accepted = exchange.sent(exchange.province, Messages.document(80, PROVINCE, MINISTRY));
        BatchSealer down =
                head -> new BatchSealer.SealingOutcome.Unavailable(Duration.ofSeconds(7), "the token is gone");
        assertThat(seal(down)).isEqualTo(new Postponed(Duration.ofSeconds(7), "the token is gone"));
        seal(KEYS.sealer());
        verified(exchange.province, accepted);
        assertThat(seal(KEYS.sealer()))
                .as("the reading of evidence is logged too")
                .isInstanceOf(SealedEntries.class);
        assertThat(seal(KEYS.sealer())).isInstanceOf(NothingWaits.class);
    }

    @Test
    void aSealerThatDiesLosesNothing() throws IOException {
        Accepted accepted = exchange.sent(exchange.province, Messages.document(85, PROVINCE, MINISTRY));
        BatchSealer dying = head -> {
            throw new IllegalStateException("killed between the seal and the commit");
        };
        org.assertj.core.api.Assertions.assertThatIllegalStateException().isThrownBy(() -> seal(dying));
        seal(KEYS.sealer());
        verified(exchange.province, accepted);
    }

    @Test
    void theSecondNodeToSealTheSameEntriesStartsAnew() throws IOException {
        Accepted accepted = exchange.sent(exchange.province, Messages.document(90, PROVINCE, MINISTRY));
        BatchSealer overtaken = head -> {
            assertThat(seal(KEYS.sealer())).isInstanceOf(SealedEntries.class);
            return KEYS.sealer().seal(head);
        };
        assertThat(seal(overtaken)).isInstanceOf(AnotherNodeWasFirst.class);
        verified(exchange.province, accepted);
    }

    @Test
    void nodesThatSealAtOnceMakeOneChain() throws Exception {
        List<Accepted> accepted = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> sealing = new ArrayList<>();
            for (int i = 100; i < 140; i++) {
                accepted.add(exchange.sent(exchange.province, Messages.document(i, PROVINCE, OTHER)));
                sealing.add(threads.submit(() -> seal(KEYS.sealer())));
            }
            for (Future<?> one : sealing) {
                one.get();
            }
        }
        while (!(seal(KEYS.sealer()) instanceof NothingWaits)) {
            // until all is sealed
        }
        for (Accepted one : accepted) {
            verified(exchange.province, one);
        }
    }

    private SealingRun seal(BatchSealer sealer) {
        return new SealPending(exchange.unitOfWork, sealer, LogKeys.LOG, 10_000, exchange.clock).run();
    }

    /** The recipient fetches and confirms what waits for it. */
    private void takeIn(Caller recipient) throws IOException {
        for (ReceivedMessage message : exchange.mailbox.received(recipient, ReceivedQuery.waiting(MessageType.EDOC))) {
            DocId id = new DocId(message.id().value());
            try (var content = exchange.mailbox.fetch(recipient, id).orElseThrow()) {
                content.body().transferTo(OutputStream.nullOutputStream());
            }
            exchange.transport.report(recipient, message.id(), DeliveryState.DONE);
        }
    }

    private EvidenceReport verified(Caller caller, Accepted accepted) throws IOException {
        Path file = Files.write(
                folder.resolve("evidence.zip"),
                octets(prove.evidence(caller, new DispatchId(accepted.id().value()))));
        ContentDigest content = new ContentDigest(
                new Sha256Hash(Bytes.of(accepted.content().digest().toArray())),
                accepted.content().length());
        EvidenceReport report = KEYS.verifier().verify(file, Optional.of(content));
        assertThat(report.holds()).as(report.checks().toString()).isTrue();
        return report;
    }

    private static byte[] octets(EvidenceOutcome outcome) throws IOException {
        assertThat(outcome).isInstanceOf(Ready.class);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Ready) outcome).writeTo(out);
        return out.toByteArray();
    }
}
