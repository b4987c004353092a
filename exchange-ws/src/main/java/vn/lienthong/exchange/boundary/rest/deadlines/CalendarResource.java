package vn.lienthong.exchange.boundary.rest.deadlines;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienthong.exchange.application.deadline.DecideDeadlines;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.deadline.CalendarDay;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Which days are worked on in Vietnam. */
@Path("calendar")
@Dependent
@Tag(name = "deadlines")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class CalendarResource {
    private final DecideDeadlines decisions;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public CalendarResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public CalendarResource(DecideDeadlines decisions) {
        this.decisions = decisions;
    }

    @GET
    @Path("{year: [0-9]+}")
    @RolesNeeded({})
    @Operation(
            operationId = "getCalendar",
            summary = "Lịch làm việc: public holidays of a year, and what was decided for single days")
    @APIResponse(
            responseCode = "200",
            description = "The year",
            content = @Content(schema = @Schema(implementation = CalendarYear.class)))
    public CalendarYear year(@Parameter(description = "1990 to 2099") @PathParam("year") String year) {
        int named = year.length() == 4 ? Integer.parseInt(year) : 0;
        if (named < 1990 || named > 2099) {
            throw new FailureException(Failure.of(FailureCode.NOT_FOUND, year));
        }
        return CalendarYear.of(named, decisions.days(named));
    }

    @PUT
    @Path("days/{day}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.OPERATE)
    @Operation(
            operationId = "putCalendarDay",
            summary = "Quyết định ngày nghỉ, ngày làm việc: a day is off or worked on, whatever it would be",
            description = "For days off besides and for swapped days (hoán đổi). Open deadlines are worked out anew.")
    @APIResponse(
            responseCode = "200",
            description = "The day",
            content = @Content(schema = @Schema(implementation = CalendarYear.Day.class)))
    public CalendarYear.Day put(@PathParam("day") String day, DayBody body, @Context SecurityContext security) {
        CalendarDay decision = body.decision(date(day));
        decisions.put(CallerPrincipal.of(security), decision);
        return CalendarYear.Day.of(decision);
    }

    @DELETE
    @Path("days/{day}")
    @RolesNeeded(Role.OPERATE)
    @Operation(operationId = "deleteCalendarDay", summary = "Bỏ quyết định: the day is what the law makes it again")
    @APIResponse(responseCode = "204", description = "Nothing is decided for the day any more")
    public void forget(@PathParam("day") String day, @Context SecurityContext security) {
        decisions.forget(CallerPrincipal.of(security), date(day));
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1990 && date.getYear() <= 2099) {
                return date;
            }
        } catch (DateTimeException e) {
            throw Parameters.invalid("day");
        }
        throw Parameters.invalid("day");
    }
}
