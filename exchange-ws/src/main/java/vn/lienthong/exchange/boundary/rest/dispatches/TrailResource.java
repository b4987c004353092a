package vn.lienthong.exchange.boundary.rest.dispatches;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienthong.exchange.application.delivery.Mailbox;
import vn.lienthong.exchange.application.dispatch.Trails;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** The trail that all that is done to a document leaves. */
@Path("dispatches/{id}/trail")
@Dependent
@Tag(name = "dispatches")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class TrailResource {
    private final Mailbox mailbox;
    private final Trails trails;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public TrailResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public TrailResource(Mailbox mailbox, Trails trails) {
        this.mailbox = mailbox;
        this.trails = trails;
    }

    @GET
    @RolesNeeded({Role.EXCHANGE, Role.AUDIT})
    @Operation(
            operationId = "getTrail",
            summary = "Dấu vết: everything that happened to a document",
            description =
                    "Transport, statuses, recalls, updates and replacements: all of it for sender and auditor, that "
                            + "of its own copy for a recipient.")
    @APIResponse(
            responseCode = "200",
            description = "The trail",
            content = @Content(schema = @Schema(implementation = TrailView.class)))
    public TrailView trail(
            @Parameter(description = "The dispatch's id, or the delivery's for a recipient") @PathParam("id") String id,
            @Context SecurityContext security) {
        Caller caller = CallerPrincipal.of(security);
        Dispatch dispatch = mailbox.find(caller, Parameters.docId(id))
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, id)));
        return TrailView.of(trails.of(caller, dispatch));
    }
}
