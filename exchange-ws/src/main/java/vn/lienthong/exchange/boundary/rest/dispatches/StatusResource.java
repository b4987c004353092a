package vn.lienthong.exchange.boundary.rest.dispatches;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienthong.exchange.application.dispatch.RecordStatus;
import vn.lienthong.exchange.application.dispatch.StatusOutcome;
import vn.lienthong.exchange.application.dispatch.Traces;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** The business statuses of a document. */
@Path("dispatches/{id}/statuses")
@Dependent
@Tag(name = "dispatches")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {
    private final Traces traces;
    private final RecordStatus recordStatus;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public StatusResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public StatusResource(Traces traces, RecordStatus recordStatus) {
        this.traces = traces;
        this.recordStatus = recordStatus;
    }

    @GET
    @RolesNeeded({Role.EXCHANGE, Role.AUDIT})
    @Operation(
            operationId = "listStatuses",
            summary = "Lịch sử trạng thái xử lý: all of it for the sender, that of its own copy for a recipient")
    @APIResponse(
            responseCode = "200",
            description = "The history",
            content = @Content(schema = @Schema(implementation = StatusHistoryView.class)))
    public StatusHistoryView history(
            @Parameter(description = "The dispatch's id, or the delivery's for a recipient") @PathParam("id") String id,
            @Context SecurityContext security) {
        return traces.of(CallerPrincipal.of(security), Parameters.docId(id))
                .map(StatusHistoryView::of)
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "reportStatus",
            summary = "Cập nhật trạng thái xử lý: report a business status",
            description =
                    "The other party gets it as a status message, whatever protocol it speaks. Harmless when repeated.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded now",
            content = @Content(schema = @Schema(implementation = StatusHistoryView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was reported before; `items` is empty",
            content = @Content(schema = @Schema(implementation = StatusHistoryView.class)))
    public Response report(
            @Parameter(description = "The delivery's id, or the dispatch's") @PathParam("id") String id,
            StatusBody body,
            @Context SecurityContext security) {
        return switch (recordStatus.record(CallerPrincipal.of(security), body.report(Parameters.docId(id)))) {
            case StatusOutcome.Recorded recorded ->
                Response.status(recorded.repeated() ? Response.Status.OK : Response.Status.CREATED)
                        .entity(StatusHistoryView.of(recorded.entries()))
                        .build();
            case StatusOutcome.Refused refused -> throw new FailureException(refused.failure());
        };
    }
}
