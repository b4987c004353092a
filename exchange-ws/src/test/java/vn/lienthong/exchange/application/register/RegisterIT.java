package vn.lienthong.exchange.application.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.lienthong.exchange.application.register.Clerk.INCOMING;
import static vn.lienthong.exchange.application.register.Clerk.OUTGOING;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.register.Direction;
import vn.lienthong.exchange.domain.register.EntryFilter;
import vn.lienthong.exchange.domain.register.Handover;
import vn.lienthong.exchange.domain.register.Place;
import vn.lienthong.exchange.domain.register.RegisterEntry;
import vn.lienthong.exchange.domain.register.RegisterSettings;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

/** Numbers, series, cancelling and completing. Source: Decree 30/2020/NĐ-CP, Articles 15, 16 and 22. */
class RegisterIT {
    @TempDir
    Path folder;

    private TestExchange exchange;
    private Clerk clerk;

    @BeforeEach
    void start() {
        exchange = TestExchange.in(folder, 4);
        clerk = new Clerk(exchange);
    }

    @Test
    void numbersBeginWith01AndAreEachAgencysOwn() {
        RegisterEntry first = clerk.decision(exchange.province, OUTGOING, "a");
        assertThat(first.code()).isEqualTo("01/QĐ-UBND");
        assertThat(first.registeredOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(clerk.decision(exchange.province, OUTGOING, "b").code()).isEqualTo("02/QĐ-UBND");
        assertThat(clerk.decision(exchange.ministry, OUTGOING, "a").place().number())
                .isEqualTo(1);
        RegisterEntry arrived = clerk.registerDocument
                .register(exchange.province, INCOMING, Clerk.onPaper("Về việc họp", "c"))
                .entry();
        assertThat(arrived.place().number()).isEqualTo(1);
        assertThat(arrived.code()).as("its author's").isEqualTo("15/SNV-VP");
    }

    @Test
    void theYearBeginsAndEndsAtMidnightInVietnam() {
        clerk.at("2026-12-31T16:59:59Z");
        assertThat(clerk.decision(exchange.province, OUTGOING, "a").place().number())
                .isEqualTo(1);
        clerk.at("2026-12-31T17:00:00Z");
        refused(FailureCode.REGISTER_NOT_OF_THIS_YEAR, () -> clerk.decision(exchange.province, OUTGOING, "b"));
        BookName next = new BookName(null, Direction.OUTGOING, 2027);
        RegisterEntry first = clerk.decision(exchange.province, next, "b");
        assertThat(first.place().number()).isEqualTo(1);
        assertThat(first.registeredOn()).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @Test
    void anEarlierClockGivesNoEarlierTime() {
        RegisterEntry first = clerk.decision(exchange.province, OUTGOING, "a");
        clerk.at("2026-03-01T01:00:00Z");
        RegisterEntry second = clerk.decision(exchange.province, OUTGOING, "b");
        assertThat(second.registeredAt()).isEqualTo(first.registeredAt());
        assertThat(second.registeredOn()).isEqualTo(first.registeredOn());
    }

    @Test
    void theSameRequestGetsTheSameNumber() {
        NewEntry asked = Clerk.outgoing("QĐ", "QĐ-UBND", "Ban hành quy chế", "khoa-1");
        Registered first = clerk.registerDocument.register(exchange.province, OUTGOING, asked);
        Registered again = clerk.registerDocument.register(exchange.province, OUTGOING, asked);
        assertThat(first.repeated()).isFalse();
        assertThat(again.repeated()).isTrue();
        assertThat(again.entry()).isEqualTo(first.entry());
        refused(
                FailureCode.IDEMPOTENCY_KEY_REUSED,
                () -> clerk.registerDocument.register(
                        exchange.province, OUTGOING, Clerk.outgoing("QĐ", "QĐ-UBND", "Khác", "khoa-1")));
        refused(
                FailureCode.PARAMETER_MISSING,
                () -> clerk.registerDocument.register(
                        exchange.province, OUTGOING, Clerk.outgoing("QĐ", "QĐ-UBND", "Không khóa", null)));
        assertThat(clerk.decision(exchange.province, OUTGOING, "b").place().number())
                .isEqualTo(2);
    }

    @Test
    void aKindHasNumbersOfItsOwnInRegistersThatAreOpenedAfterIsSaidSo() {
        clerk.decision(exchange.province, OUTGOING, "a");
        RegisterSettings own = new RegisterSettings(Set.of("QĐ"), false);
        clerk.configureRegisters.configure(exchange.province, null, own);
        assertThat(clerk.reading.settings(exchange.province, PROVINCE)).isEqualTo(own);
        assertThat(clerk.decision(exchange.province, OUTGOING, "b").place()).isEqualTo(new Place("", 2));

        clerk.at("2027-01-04T02:00:00Z");
        BookName next = new BookName(PROVINCE, Direction.OUTGOING, 2027);
        assertThat(clerk.decision(exchange.province, next, "c").place()).isEqualTo(new Place("QĐ", 1));
        assertThat(clerk.registerDocument
                        .register(exchange.province, next, Clerk.outgoing("TB", "TB-UBND", "Thông báo", "d"))
                        .entry()
                        .place())
                .isEqualTo(new Place("", 1));
        assertThat(clerk.reading.book(exchange.province, next).counters())
                .containsExactly(new Place("", 1), new Place("QĐ", 1));
        // number and notation are unique within a year, and what is refused uses up no number
        refused(
                FailureCode.DOCUMENT_CODE_TAKEN,
                () -> clerk.registerDocument.register(
                        exchange.province, new BookName(null, Direction.OUTGOING, 2027), wrongNotation()));
        assertThat(clerk.decision(exchange.province, next, "e").place()).isEqualTo(new Place("QĐ", 2));
    }

    /** The second decision would be 02/TB-UBND, which the second announcement is already. */
    private NewEntry wrongNotation() {
        clerk.registerDocument.register(
                exchange.province,
                new BookName(null, Direction.OUTGOING, 2027),
                Clerk.outgoing("TB", "TB-UBND", "Thông báo", "d2"));
        return Clerk.outgoing("QĐ", "TB-UBND", "Quyết định", "d3");
    }

    @Test
    void aCancelledNumberStaysAndIsNotGivenAgain() {
        RegisterEntry entry = clerk.decision(exchange.province, OUTGOING, "a");
        RegisterEntry cancelled = clerk.amendEntry
                .cancel(exchange.province, OUTGOING, entry.id(), "Không ban hành")
                .entry();
        assertThat(cancelled.cancellation().reason()).isEqualTo("Không ban hành");
        assertThat(clerk.amendEntry
                        .cancel(exchange.province, OUTGOING, entry.id(), "Không ban hành")
                        .repeated())
                .isTrue();
        refused(
                FailureCode.REGISTER_ENTRY_CANCELLED,
                () -> clerk.amendEntry.cancel(exchange.province, OUTGOING, entry.id(), "Lý do khác"));
        refused(
                FailureCode.REGISTER_ENTRY_CANCELLED,
                () -> clerk.amendEntry.add(exchange.province, OUTGOING, entry.id(), handedOver("Phòng Văn thư")));
        assertThat(clerk.decision(exchange.province, OUTGOING, "b").place().number())
                .isEqualTo(2);
        assertThat(list(OUTGOING, new EntryFilter(null, null, null, null, true, null)))
                .containsExactly(cancelled);
    }

    @Test
    void whatBecameOfTheDocumentIsAddedAndNothingIsWrittenOver() {
        RegisterEntry entry = clerk.decision(exchange.province, OUTGOING, "a");
        clerk.amendEntry.add(exchange.province, OUTGOING, entry.id(), handedOver("Phòng Văn thư"));
        Handover later = new Handover("", LocalDate.of(2026, 3, 3), "Trần Thị B", "");
        RegisterEntry complete = clerk.amendEntry
                .add(exchange.province, OUTGOING, entry.id(), new AmendEntry.Addition(later, null, null))
                .entry();
        assertThat(complete.handover())
                .isEqualTo(new Handover("Phòng Văn thư", LocalDate.of(2026, 3, 3), "Trần Thị B", ""));
        assertThat(complete.columns()).isEqualTo(entry.columns());
        assertThat(clerk.amendEntry
                        .add(exchange.province, OUTGOING, entry.id(), new AmendEntry.Addition(later, null, null))
                        .repeated())
                .isTrue();
    }

    @Test
    void aDispatchIsRegisteredOnceBySenderAndRecipientEach() {
        Accepted sent = exchange.sent(exchange.province, Messages.document(7, PROVINCE, MINISTRY));
        DocId id = new DocId(sent.id().value());
        RegisterEntry outgoing = clerk.decision(exchange.province, OUTGOING, "a");
        RegisterEntry bound = clerk.amendEntry
                .add(exchange.province, OUTGOING, outgoing.id(), new AmendEntry.Addition(Handover.NONE, id, null))
                .entry();
        assertThat(bound.binding().dispatch()).isEqualTo(sent.id());
        RegisterEntry other = clerk.decision(exchange.province, OUTGOING, "b");
        refused(
                FailureCode.DISPATCH_REGISTERED_ALREADY,
                () -> clerk.amendEntry.add(
                        exchange.province, OUTGOING, other.id(), new AmendEntry.Addition(Handover.NONE, id, null)));

        Registered arrived = clerk.registerDocument.register(exchange.ministry, INCOMING, Clerk.ofDispatch(id));
        assertThat(arrived.entry().code()).isEqualTo("7/UBND-KSTT");
        assertThat(arrived.entry().columns().author()).isEqualTo("Ủy ban nhân dân tỉnh Bắc Kạn");
        assertThat(arrived.entry().binding().document())
                .isEqualTo(sent.content().digest());
        Registered again = clerk.registerDocument.register(exchange.ministry, INCOMING, Clerk.ofDispatch(id));
        assertThat(again.repeated()).isTrue();
        assertThat(again.entry()).isEqualTo(arrived.entry());

        clerk.amendEntry.cancel(exchange.ministry, INCOMING, arrived.entry().id(), "Nhầm sổ");
        assertThat(clerk.registerDocument
                        .register(exchange.ministry, INCOMING, Clerk.ofDispatch(id))
                        .entry()
                        .place()
                        .number())
                .as("what was cancelled can be registered again, under another number")
                .isEqualTo(2);
    }

    @Test
    void whatIsConfirmedGetsItsNumberAtOnceWhereTheAgencyWantsThat() {
        Accepted first = exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        confirm(1);
        Optional<RegisterEntry> none = exchange.unitOfWork.reading(
                ledger -> ledger.registers().ofDispatch(MINISTRY, Direction.INCOMING, first.id()));
        assertThat(none).isEmpty();
        clerk.configureRegisters.configure(exchange.ministry, null, new RegisterSettings(Set.of(), true));
        Accepted second = exchange.sent(exchange.province, Messages.document(2, PROVINCE, MINISTRY));
        confirm(1);
        RegisterEntry entry = exchange.unitOfWork
                .reading(ledger -> ledger.registers().ofDispatch(MINISTRY, Direction.INCOMING, second.id()))
                .orElseThrow();
        assertThat(entry.place().number()).isEqualTo(1);
        assertThat(entry.registeredBy()).isEqualTo(exchange.ministry.name());
        Registered asked = clerk.registerDocument.register(
                exchange.ministry,
                INCOMING,
                Clerk.ofDispatch(new DocId(second.id().value())));
        assertThat(asked.repeated())
                .as("a clerk who registers it too gets the same")
                .isTrue();
    }

    private void confirm(int expected) {
        List<?> waiting = exchange.mailbox.received(exchange.ministry, ReceivedQuery.waiting(MessageType.EDOC)).stream()
                .peek(message -> clerk.transport.report(exchange.ministry, message.id(), DeliveryState.DONE))
                .toList();
        assertThat(waiting).hasSize(expected);
    }

    @Test
    void findsByWordsWithoutDiacriticsInOnesOwnRegisterAlone() {
        clerk.registerDocument.register(
                exchange.province, OUTGOING, Clerk.outgoing("QĐ", "QĐ-UBND", "Phê duyệt Đề án chuyển đổi số", "a"));
        clerk.decision(exchange.province, OUTGOING, "b");
        clerk.registerDocument.register(
                exchange.ministry, OUTGOING, Clerk.outgoing("QĐ", "QĐ-BKHCN", "Đề án chuyển đổi số", "a"));
        assertThat(list(OUTGOING, words("de an chuyen doi")))
                .extracting(entry -> entry.place().number())
                .containsExactly(1);
        assertThat(list(OUTGOING, words("01 QD UBND"))).hasSize(1);
        assertThat(list(OUTGOING, words("bkhcn"))).isEmpty();
        assertThat(list(OUTGOING, words("' | !\" : * &"))).isEmpty();
        assertThat(list(INCOMING, words("de an"))).isEmpty();
        assertThat(clerk.reading.list(
                        exchange.province, OUTGOING, EntryFilter.days(LocalDate.of(2026, 3, 3), null), Place.START, 10))
                .isEmpty();
        assertThat(clerk.reading.list(exchange.province, OUTGOING, EntryFilter.ALL, new Place("", 1), 10))
                .extracting(entry -> entry.place().number())
                .containsExactly(2);
    }

    private static EntryFilter words(String words) {
        return new EntryFilter(words, null, null, null, null, null);
    }

    private List<RegisterEntry> list(BookName book, EntryFilter filter) {
        return clerk.reading.list(exchange.province, book, filter, Place.START, 10);
    }

    private static AmendEntry.Addition handedOver(String receiver) {
        return new AmendEntry.Addition(new Handover(receiver, null, "", ""), null, null);
    }

    private static void refused(FailureCode code, Runnable call) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(call::run)
                .matches(e -> e.failure().code() == code, code.code());
    }
}
