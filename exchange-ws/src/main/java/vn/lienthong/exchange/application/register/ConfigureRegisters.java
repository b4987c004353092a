package vn.lienthong.exchange.application.register;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.register.RegisterSettings;

/** An agency says how its registers are kept: those that are opened from then on. Thread-safe. */
public final class ConfigureRegisters {
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public ConfigureRegisters(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** @throws vn.lienthong.exchange.domain.failure.FailureException {@code not-permitted} */
    public RegisterSettings configure(Caller caller, @Nullable OrganId named, RegisterSettings settings) {
        return unitOfWork.inTransaction(ledger -> {
            OrganId agency = OwnBooks.agency(ledger, caller, named);
            if (!ledger.registers().settings(agency).equals(settings)) {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                ledger.registers().configure(agency, settings, now, caller.name());
                TreeMap<String, String> details = new TreeMap<>(Map.of(
                        "series", String.join(" ", new TreeSet<>(settings.ownSeries())),
                        "confirmation", Boolean.toString(settings.onConfirmation())));
                ledger.audit()
                        .append(new AuditNote(
                                Deed.REGISTERS_CONFIGURED, now, agency, caller.name(), null, null, details));
            }
            return settings;
        });
    }
}
