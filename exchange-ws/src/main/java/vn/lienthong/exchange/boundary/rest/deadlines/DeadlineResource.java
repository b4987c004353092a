package vn.lienthong.exchange.boundary.rest.deadlines;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import vn.lienthong.exchange.domain.deadline.Deadline;

/** Until when the caller's agencies have to acknowledge what they were sent. */
@Path("deadlines")
@Dependent
@Tag(name = "deadlines")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class DeadlineResource {
    private final ReadDeadlines deadlines;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public DeadlineResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public DeadlineResource(ReadDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    @GET
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "listDeadlines",
            summary = "Thời hạn xác nhận văn bản đến: deadlines of one's own agencies",
            description =
                    "Received within working hours: by the end of the day; otherwise by the end of the next working day. Urgent "
                            + "documents have less; the rules are at `/deadline-rules`.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = DeadlinePage.class)))
    public DeadlinePage list(
            @Parameter(
                            description =
                                    "open (chưa đến hạn), near (sắp đến hạn), overdue (quá hạn), kept (đúng hạn), late (trễ hạn), "
                                            + "ended; by default all that are not acknowledged yet")
                    @QueryParam("state")
                    @Nullable String state,
            @Parameter(description = "One agency, by any of its codes; all of one's own by default")
                    @QueryParam("agency")
                    @Nullable String agency,
            @Parameter(description = "Rows of a page, 1 to 1000; 100 by default") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "`nextCursor` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Context SecurityContext security) {
        DeadlineCursor page = DeadlineCursor.of(cursor, limit);
        return DeadlinePage.of(
                deadlines.list(
                        CallerPrincipal.of(security),
                        Parameters.optionalAgency("agency", agency),
                        state(state),
                        page.after(),
                        page.limit()),
                page);
    }

    private static Deadline.@Nullable State state(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(Deadline.State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> Parameters.invalid("state"));
    }
}
