package vn.lienthong.exchange.application.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.delivery.Transport;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.dispatch.IdempotencyKey;
import vn.lienthong.exchange.domain.register.Direction;
import vn.lienthong.exchange.domain.register.EntryColumns;
import vn.lienthong.exchange.domain.register.Handover;
import vn.lienthong.exchange.domain.register.RegisterEntry;
import vn.lienthong.exchange.it.TestExchange;

/** The use cases of registers over a real database, at a time that the test says. */
final class Clerk extends Clock {
    static final BookName OUTGOING = new BookName(null, Direction.OUTGOING, 2026);
    static final BookName INCOMING = new BookName(null, Direction.INCOMING, 2026);

    final TestExchange exchange;
    final RegisterDocument registerDocument;
    final AmendEntry amendEntry;
    final ReadRegister reading;
    final ConfigureRegisters configureRegisters;
    final Transport transport;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T02:00:00Z"));

    Clerk(TestExchange exchange) {
        this.exchange = exchange;
        registerDocument = new RegisterDocument(exchange.unitOfWork, exchange.ids, this);
        amendEntry = new AmendEntry(exchange.unitOfWork, this);
        reading = new ReadRegister(exchange.unitOfWork);
        configureRegisters = new ConfigureRegisters(exchange.unitOfWork, this);
        transport = new Transport(exchange.unitOfWork, exchange.clock, new RegisterArrival(exchange.ids, this));
    }

    void at(String instant) {
        now.set(Instant.parse(instant));
    }

    /** A decision's number. */
    RegisterEntry decision(Caller caller, BookName book, String key) {
        return registerDocument
                .register(caller, book, outgoing("QĐ", "QĐ-UBND", "Ban hành quy chế " + key, key))
                .entry();
    }

    static NewEntry outgoing(String kind, String notation, String subject, @Nullable String key) {
        return new NewEntry(
                new EntryColumns(
                        kind,
                        "Quyết định",
                        notation,
                        LocalDate.of(2026, 3, 2),
                        subject,
                        "",
                        "Nguyễn Văn An",
                        "Sở Nội vụ; lưu: VT",
                        5),
                Handover.NONE,
                null,
                null,
                key == null ? null : new IdempotencyKey(key));
    }

    static NewEntry ofDispatch(DocId dispatch) {
        return new NewEntry(
                new EntryColumns("", "", "", null, "", "", "", "", null), Handover.NONE, dispatch, null, null);
    }

    static NewEntry onPaper(String subject, String key) {
        return new NewEntry(
                new EntryColumns(
                        "CV",
                        "Công văn",
                        "15/SNV-VP",
                        LocalDate.of(2026, 2, 27),
                        subject,
                        "Sở Nội vụ tỉnh Bắc Kạn",
                        "",
                        "",
                        null),
                Handover.NONE,
                null,
                null,
                new IdempotencyKey(key));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
