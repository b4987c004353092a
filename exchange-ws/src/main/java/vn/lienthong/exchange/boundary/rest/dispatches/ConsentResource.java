package vn.lienthong.exchange.boundary.rest.dispatches;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.failure.FailureException;

/** What a recipient says to a recall, update or replacement. */
@Path("dispatches/{id}/consent")
@Dependent
@Tag(name = "dispatches")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class ConsentResource {
    private final RecordStatus recordStatus;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public ConsentResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public ConsentResource(RecordStatus recordStatus) {
        this.recordStatus = recordStatus;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "consentToChange",
            summary = "Đồng ý hoặc từ chối thu hồi, cập nhật, thay thế: a recipient's answer",
            description = "Given to what waits for an answer: a recall, or else the newest update or replacement. The "
                    + "sender gets it as status 15 or 16. Consent to a recall is final: the copy is cancelled.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded now",
            content = @Content(schema = @Schema(implementation = StatusHistoryView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was answered so before; `items` is empty",
            content = @Content(schema = @Schema(implementation = StatusHistoryView.class)))
    public Response consent(
            @Parameter(description = "The delivery's id, or the dispatch's, of the document or of what changes it")
                    @PathParam("id")
                    String id,
            ConsentBody body,
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
