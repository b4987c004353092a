package vn.lienthong.exchange.application.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.lienthong.exchange.application.register.Clerk.INCOMING;
import static vn.lienthong.exchange.application.register.Clerk.OUTGOING;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.delivery.DocId;
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

/** The province's registers are nothing to anybody else, operation by operation; not to an auditor either. */
class RegisterIsolationIT {
    private static final BookName PROVINCES = new BookName(PROVINCE, Direction.OUTGOING, 2026);

    @TempDir
    static Path folder;

    private static TestExchange exchange;
    private static Clerk clerk;
    private static RegisterEntry entry;

    @BeforeAll
    static void start() {
        exchange = TestExchange.in(folder, 4);
        clerk = new Clerk(exchange);
        entry = clerk.decision(exchange.province, OUTGOING, "a");
        clerk.decision(exchange.ministry, OUTGOING, "a");
    }

    @Test
    void namingAnothersRegisterIsRefusedByEveryOperation() {
        ClosedRegisters closing = new ClosedRegisters(exchange, clerk, folder);
        for (Caller caller : new Caller[] {exchange.ministry, exchange.other, exchange.auditor, roleless()}) {
            notPermitted(() -> clerk.decision(caller, PROVINCES, "x"));
            notPermitted(() -> clerk.reading.book(caller, PROVINCES));
            notPermitted(() -> clerk.reading.list(caller, PROVINCES, EntryFilter.ALL, Place.START, 10));
            notPermitted(() -> clerk.reading.entry(caller, PROVINCES, entry.id()));
            notPermitted(() -> clerk.reading.settings(caller, PROVINCE));
            notPermitted(() -> clerk.configureRegisters.configure(caller, PROVINCE, RegisterSettings.USUAL));
            notPermitted(() -> clerk.amendEntry.cancel(caller, PROVINCES, entry.id(), "x"));
            notPermitted(() -> clerk.amendEntry.add(
                    caller, PROVINCES, entry.id(), new AmendEntry.Addition(Handover.NONE, null, null)));
            notPermitted(() -> closing.printing.xml(caller, PROVINCES, null, null));
            notPermitted(() -> closing.printing.pdf(caller, PROVINCES, null, null));
            notPermitted(() -> closing.closing.close(caller, PROVINCES, Optional.empty()));
        }
    }

    @Test
    void anothersEntryIsNotFoundInOnesOwnRegister() {
        notFound(() -> clerk.reading.entry(exchange.ministry, OUTGOING, entry.id()));
        notFound(() -> clerk.reading.entry(exchange.province, INCOMING, entry.id()));
        notFound(() -> clerk.amendEntry.cancel(exchange.ministry, OUTGOING, entry.id(), "x"));
        notFound(() -> clerk.amendEntry.add(
                exchange.ministry, OUTGOING, entry.id(), new AmendEntry.Addition(Handover.NONE, null, null)));
        assertThat(clerk.reading.entry(exchange.province, OUTGOING, entry.id()).cancellation())
                .isNull();
    }

    @Test
    void anothersDispatchIsNotFound() {
        Accepted sent = exchange.sent(exchange.province, Messages.document(9, PROVINCE, MINISTRY));
        NewEntry asked = Clerk.ofDispatch(new DocId(sent.id().value()));
        notFound(() -> clerk.registerDocument.register(exchange.other, INCOMING, asked));
        notFound(() -> clerk.registerDocument.register(exchange.other, OUTGOING, asked));
        notFound(() -> clerk.registerDocument.register(exchange.ministry, OUTGOING, asked));
        notFound(() -> clerk.registerDocument.register(exchange.province, INCOMING, asked));
    }

    @Test
    void aKeyIsItsCallersOwn() {
        assertThat(clerk.decision(exchange.other, OUTGOING, "a").id()).isNotEqualTo(entry.id());
    }

    private static Caller roleless() {
        return new Caller("nguyen-van-an", Caller.Kind.PERSON, Set.of(PROVINCE), Set.of(Role.SIGN));
    }

    private static void notPermitted(Runnable call) {
        refused(FailureCode.NOT_PERMITTED, call);
    }

    private static void notFound(Runnable call) {
        refused(FailureCode.NOT_FOUND, call);
    }

    private static void refused(FailureCode code, Runnable call) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(call::run)
                .matches(e -> e.failure().code() == code, code.code());
    }
}
