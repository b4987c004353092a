package vn.lienthong.exchange.application.deadline;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import vn.lienthong.exchange.domain.calendar.CalendarChanges;
import vn.lienthong.exchange.domain.calendar.WorkingCalendar;
import vn.lienthong.exchange.domain.calendar.WorkingHours;
import vn.lienthong.exchange.domain.deadline.DeadlineSettings;
import vn.lienthong.exchange.domain.ledger.Ledger;

/** Rules and calendar as the records have them. */
final class SettingsInForce {
    private SettingsInForce() {}

    static DeadlineSettings of(Ledger ledger) {
        Map<LocalDate, Boolean> decided = new HashMap<>();
        ledger.deadlines().days().forEach(day -> decided.put(day.day(), day.working()));
        return new DeadlineSettings(
                ledger.deadlines().rules(), new WorkingCalendar(new CalendarChanges(decided), WorkingHours.USUAL));
    }
}
