package vn.lienthong.exchange.domain.deadline;

import java.time.Duration;
import java.time.Instant;
import vn.lienthong.exchange.domain.calendar.WorkingCalendar;

/** How much time there is. */
public sealed interface Allowance {

    /** The last moment at which it is in time. */
    Instant end(Instant from, WorkingCalendar calendar);

    /**
     * Until the end of the working day that it falls into, or of one so many working days later. What falls into no working
     * hours belongs to the next working day.
     *
     * @param days 0 to 60
     */
    record WorkingDays(int days) implements Allowance {
        public WorkingDays {
            if (days < 0 || days > 60) {
                throw new IllegalArgumentException("0 to 60 working days");
            }
        }

        @Override
        public Instant end(Instant from, WorkingCalendar calendar) {
            return calendar.endOfDay(from, days);
        }
    }

    /**
     * A time, of working hours or of the clock.
     *
     * @param time one minute to ten days
     */
    record Time(Duration time, boolean aroundTheClock) implements Allowance {
        public Time {
            if (time.compareTo(Duration.ofMinutes(1)) < 0 || time.compareTo(Duration.ofDays(10)) > 0) {
                throw new IllegalArgumentException("one minute to ten days");
            }
        }

        @Override
        public Instant end(Instant from, WorkingCalendar calendar) {
            return aroundTheClock ? from.plus(time) : calendar.after(from, time);
        }
    }
}
