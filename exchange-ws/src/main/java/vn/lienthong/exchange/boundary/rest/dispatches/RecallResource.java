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
import vn.lienthong.exchange.application.dispatch.RecallDocument;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;

/** Taking a document back. */
@Path("dispatches/{id}/recall")
@Dependent
@Tag(name = "dispatches")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class RecallResource {
    private final RecallDocument recallDocument;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public RecallResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public RecallResource(RecallDocument recallDocument) {
        this.recallDocument = recallDocument;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "recallDispatch",
            summary = "Thu hồi văn bản: recall a document from all its recipients",
            description =
                    "A recipient who has not been given the document never will be; all others are asked for their "
                            + "consent by an edXML message of business type 1. Until each of them has refused, the document can "
                            + "be neither updated nor replaced. The same recall again answers 200 with the same body.")
    @APIResponse(
            responseCode = "201",
            description = "Recalled now; the body is the receipt of the recall message",
            content = @Content(schema = @Schema(implementation = AcceptedDispatch.class)))
    @APIResponse(
            responseCode = "200",
            description = "Recalled before; nothing changed",
            content = @Content(schema = @Schema(implementation = AcceptedDispatch.class)))
    public Response recall(
            @Parameter(description = "The dispatch's id") @PathParam("id") String id,
            RecallBody body,
            @Context SecurityContext security) {
        Caller caller = CallerPrincipal.of(security);
        return AcceptedDispatch.answer(recallDocument.recall(caller, Parameters.dispatchId(id), body.given()));
    }
}
