package vn.lienthong.exchange.boundary.rest.deadlines;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.deadline.ReadDeadlines;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Role;

/** How deadlines were kept, by month. */
@Path("deadline-reports")
@Dependent
@Tag(name = "deadlines")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class DeadlineReportResource {
    private final ReadDeadlines deadlines;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public DeadlineReportResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public DeadlineReportResource(ReadDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    @GET
    @Path("{month: [^.]+}")
    @RolesNeeded({Role.EXCHANGE, Role.OPERATE})
    @Operation(
            operationId = "getDeadlineReport",
            summary = "Báo cáo chấp hành thời hạn: kept, late and open deadlines of a month, by agency",
            description = "One's own agencies; an operator sees all.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(schema = @Schema(implementation = DeadlineReport.class)))
    public DeadlineReport report(
            @Parameter(description = "Such as 2026-11") @PathParam("month") String month,
            @Parameter(description = "One agency, by any of its codes; all that one may see by default")
                    @QueryParam("agency")
                    @Nullable String agency,
            @Context SecurityContext security) {
        YearMonth named = month(month);
        return DeadlineReport.of(
                named,
                deadlines.report(CallerPrincipal.of(security), Parameters.optionalAgency("agency", agency), named));
    }

    @GET
    @Path("{month: [^.]+}.csv")
    @Produces("text/csv")
    @RolesNeeded({Role.EXCHANGE, Role.OPERATE})
    @Operation(operationId = "getDeadlineReportCsv", summary = "Báo cáo chấp hành thời hạn, dạng CSV: the same as CSV")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response csv(
            @Parameter(description = "Such as 2026-11") @PathParam("month") String month,
            @Parameter(description = "One agency, by any of its codes; all that one may see by default")
                    @QueryParam("agency")
                    @Nullable String agency,
            @Context SecurityContext security) {
        String csv = report(month, agency, security).csv();
        return Response.ok(csv.getBytes(StandardCharsets.UTF_8), "text/csv").build();
    }

    private static YearMonth month(String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() >= 2000 && month.getYear() <= 2999) {
                return month;
            }
        } catch (DateTimeException e) {
            throw Parameters.invalid("month");
        }
        throw Parameters.invalid("month");
    }
}
