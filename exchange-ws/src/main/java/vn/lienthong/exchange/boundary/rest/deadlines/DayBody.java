package vn.lienthong.exchange.boundary.rest.deadlines;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.deadline.CalendarDay;
import vn.lienthong.exchange.domain.edxml.XmlText;

/** What is decided for a day. */
@Schema(name = "CalendarDecision")
record DayBody(
        @Schema(required = true, description = "Whether it is worked on") @Nullable Boolean working,

        @Schema(
                required = true,
                description = "Why, 1 to 200 characters",
                examples = "Hoán đổi ngày làm việc dịp Tết Dương lịch")
        @Nullable String name) {

    CalendarDay decision(LocalDate day) {
        String why = Parameters.required("name", name).strip();
        if (why.isEmpty() || why.length() > 200 || !XmlText.fits(why)) {
            throw Parameters.invalid("name");
        }
        return new CalendarDay(day, Parameters.required("working", working), why);
    }
}
