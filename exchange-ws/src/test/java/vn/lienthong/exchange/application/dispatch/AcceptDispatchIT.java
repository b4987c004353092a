package vn.lienthong.exchange.application.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY_OLD_CODE;
import static vn.lienthong.exchange.it.TestExchange.OTHER;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE_OLD_CODE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Refused;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.ReceivedMessage;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.IdempotencyKey;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.edxml.BussinessDocType;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

class AcceptDispatchIT {
    @TempDir
    static Path folder;

    private static TestExchange exchange;

    @BeforeAll
    static void start() {
        exchange = TestExchange.in(folder, 4);
    }

    @Test
    void reachesEachRecipientWithTheOctetsThatWereSent() throws IOException {
        byte[] edxml = Messages.document(1, PROVINCE, MINISTRY, OTHER);
        Accepted accepted = exchange.sent(exchange.province, edxml);
        assertThat(accepted.recipients()).containsExactly(MINISTRY, OTHER);
        assertThat(accepted.repeated()).isFalse();
        for (var recipient : List.of(exchange.ministry, exchange.other)) {
            ReceivedMessage received =
                    exchange.mailbox.received(recipient, ReceivedQuery.waiting(MessageType.EDOC)).stream()
                            .filter(message -> message.dispatch().id().equals(accepted.id()))
                            .findFirst()
                            .orElseThrow();
            assertThat(received.dispatch().subject()).isEqualTo("Về việc kết nối, liên thông phần mềm");
            assertThat(received.dispatch().code()).hasToString("1/UBND-KSTT");
            try (var fetched = exchange.mailbox
                    .fetch(recipient, new DocId(received.id().value()))
                    .orElseThrow()) {
                assertThat(fetched.body().readAllBytes()).isEqualTo(edxml);
            }
        }
    }

    @Test
    void answersTheFirstIdWhenTheSameMessageComesAgain() {
        byte[] edxml = Messages.document(2, PROVINCE, MINISTRY);
        Accepted first = exchange.sent(exchange.province, edxml);
        Accepted second = exchange.sent(exchange.province, edxml);
        assertThat(second)
                .isEqualTo(new Accepted(
                        first.id(), first.documentId(), first.acceptedAt(), first.content(), first.recipients(), true));
        assertThat(exchange.mailbox.sent(exchange.province, first.id())).hasSize(1);
    }

    @Test
    void refusesOtherOctetsUnderOneDocumentId() {
        exchange.sent(exchange.province, Messages.document(3, PROVINCE, MINISTRY));
        byte[] changed = Messages.document(BussinessDocType.NEW, 3, "Nội dung khác", PROVINCE, MINISTRY);
        assertRefused(exchange.send(exchange.province, changed), FailureCode.DOCUMENT_ID_REUSED);
    }

    @Test
    void refusesARepetitionThatWantsRecipientsWhomTheFirstDidNotReach() {
        byte[] edxml = Messages.document(4, PROVINCE, MINISTRY, OTHER);
        assertThat(accept(edxml, Set.of(MINISTRY), null)).isInstanceOf(Accepted.class);
        assertRefused(accept(edxml, Set.of(OTHER), null), FailureCode.DOCUMENT_ID_REUSED);
    }

    @Test
    void takesAnUpdateAReplacementAndARecallUnderTheSameDocumentId() {
        exchange.sent(exchange.province, Messages.document(5, PROVINCE, MINISTRY));
        for (BussinessDocType type :
                List.of(BussinessDocType.UPDATE, BussinessDocType.REPLACE, BussinessDocType.RECALL)) {
            byte[] later = Messages.document(type, 5, "Lần sau", PROVINCE, MINISTRY);
            Accepted accepted = exchange.sent(exchange.province, later);
            assertThat(exchange.sent(exchange.province, later).id()).isEqualTo(accepted.id());
        }
    }

    @Test
    void resolvesOldAndNewCodesToOneMailbox() {
        Accepted accepted =
                exchange.sent(exchange.province, Messages.document(6, PROVINCE_OLD_CODE, MINISTRY_OLD_CODE, MINISTRY));
        assertThat(accepted.recipients()).containsExactly(MINISTRY);
        assertThat(exchange.mailbox.sent(exchange.province, accepted.id()))
                .allMatch(row -> row.dispatch().sender().equals(PROVINCE));
    }

    @Test
    void narrowsTheRecipientsToThoseThatTheTransportNames() {
        byte[] edxml = Messages.document(7, PROVINCE, MINISTRY, OTHER);
        AcceptOutcome outcome = accept(edxml, Set.of(MINISTRY_OLD_CODE), null);
        assertThat(((Accepted) outcome).recipients()).containsExactly(MINISTRY);
        assertRefused(
                accept(Messages.document(8, PROVINCE, MINISTRY), Set.of(OTHER), null), FailureCode.PARAMETER_INVALID);
    }

    @Test
    void refusesAnotherSystemsAgencyAsSender() {
        assertRefused(
                exchange.send(exchange.ministry, Messages.document(9, PROVINCE, MINISTRY)),
                FailureCode.SENDER_NOT_YOURS);
    }

    @Test
    void namesEveryUnknownReceiverAndStoresNothing() throws IOException {
        long before = filesKept();
        byte[] edxml = Messages.document(10, PROVINCE, MINISTRY, new OrganId("X99"), new OrganId("X98"));
        Refused refused = assertRefused(exchange.send(exchange.province, edxml), FailureCode.RECEIVER_UNKNOWN);
        assertThat(refused.failure().arguments()).containsExactly("X99, X98");
        assertThat(filesKept()).isEqualTo(before);
    }

    @Test
    void refusesABodyThatIsNotTheDeclaredOne() {
        byte[] edxml = Messages.document(11, PROVINCE, MINISTRY);
        Sha256Digest another = Sha256Digest.of(new byte[32]);
        assertRefused(
                accept(new ByteArrayInputStream(edxml), DeclaredBody.of(another)), FailureCode.BODY_DIGEST_MISMATCH);
    }

    @Test
    void cutsTheLineEndThatATransportAdded() {
        byte[] edxml = Messages.document(12, PROVINCE, MINISTRY);
        byte[] followed = Arrays.copyOf(edxml, edxml.length + 2);
        followed[edxml.length] = '\r';
        followed[edxml.length + 1] = '\n';
        Sha256Digest expected = sha256(edxml);
        AcceptOutcome outcome = accept(new ByteArrayInputStream(followed), new DeclaredBody(expected::equals, true));
        assertThat(((Accepted) outcome).content().digest()).isEqualTo(expected);
        assertThat(((Accepted) outcome).content().length()).isEqualTo(edxml.length);
    }

    @Test
    void refusesATruncatedBodyAndLeavesNothing() throws IOException {
        byte[] edxml = Messages.document(14, PROVINCE, MINISTRY);
        InputStream broken = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == edxml.length / 2) {
                    throw new IOException("connection reset");
                }
                return edxml[at++] & 0xff;
            }
        };
        assertRefused(accept(broken, DeclaredBody.anything()), FailureCode.BODY_TRUNCATED);
        assertThat(staged()).isZero();
    }

    @Test
    void refusesWhatIsNotXml() {
        assertRefused(
                exchange.send(exchange.province, "not XML".getBytes(StandardCharsets.UTF_8)),
                FailureCode.EDXML_NOT_XML);
    }

    @Test
    void givesOneAnswerForOneIdempotencyKey() {
        byte[] edxml = Messages.document(15, PROVINCE, MINISTRY);
        IdempotencyKey key = new IdempotencyKey("khoa-1");
        Accepted first = (Accepted) accept(edxml, Set.of(), key);
        assertThat(((Accepted) accept(edxml, Set.of(), key)).id()).isEqualTo(first.id());
        byte[] another = Messages.document(16, PROVINCE, MINISTRY);
        assertRefused(accept(another, Set.of(), key), FailureCode.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void refusesABodyThatIsAnnouncedTooLongBeforeReadingIt() {
        InputStream untouched = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("was read");
            }
        };
        Submission submission = new Submission(
                Channel.VXP,
                untouched,
                DeclaredBody.anything(),
                TestExchange.BODY_LIMIT + 1,
                null,
                null,
                Set.of(),
                null);
        assertRefused(exchange.accept.accept(exchange.province, submission), FailureCode.BODY_TOO_LARGE);
    }

    private static AcceptOutcome accept(byte[] edxml, Set<OrganId> to, IdempotencyKey key) {
        return exchange.accept.accept(
                exchange.province,
                new Submission(
                        Channel.REST,
                        new ByteArrayInputStream(edxml),
                        DeclaredBody.anything(),
                        edxml.length,
                        PROVINCE,
                        MessageType.EDOC,
                        to,
                        key));
    }

    private static AcceptOutcome accept(InputStream body, DeclaredBody declared) {
        return exchange.accept.accept(
                exchange.province,
                new Submission(Channel.VXP, body, declared, -1, PROVINCE, MessageType.EDOC, Set.of(), null));
    }

    private static Refused assertRefused(AcceptOutcome outcome, FailureCode code) {
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).failure().code()).isEqualTo(code);
        return (Refused) outcome;
    }

    private static Sha256Digest sha256(byte[] octets) {
        try {
            return Sha256Digest.of(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static long filesKept() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("content/kept"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static long staged() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("content/staging/node1"))) {
            return files.count();
        }
    }
}
