package vn.lienthong.exchange.boundary.rest.deadlines;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienthong.exchange.domain.calendar.PublicHolidays;
import vn.lienthong.exchange.domain.deadline.CalendarDay;

/** The days of a year that are otherwise than the week has them. */
@Schema(name = "CalendarYear", description = "Besides these, Monday to Friday are worked on")
record CalendarYear(
        @Schema(required = true) int year,

        @Schema(required = true, description = "Ngày nghỉ lễ, tết by the Labour Code, before anything was decided")
        List<Day> holidays,

        @Schema(required = true, description = "What was decided for single days; it goes before all else")
        List<Day> decided) {

    /** A day. */
    @Schema(name = "CalendarDay")
    record Day(
            @Schema(required = true, format = "date") String day,

            @Schema(required = true) boolean working,

            @Schema(required = true) String name) {

        static Day of(CalendarDay day) {
            return new Day(day.day().toString(), day.working(), day.name());
        }
    }

    static CalendarYear of(int year, List<CalendarDay> decided) {
        List<Day> holidays = new ArrayList<>();
        PublicHolidays.of(year).forEach((day, name) -> holidays.add(new Day(day.toString(), false, name)));
        return new CalendarYear(year, holidays, decided.stream().map(Day::of).toList());
    }
}
