package vn.lienthong.exchange.boundary.rest.setaside;

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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienthong.exchange.application.setaside.RestoreDeliveries;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Restoring many deliveries. */
@Path("delivery-restores")
@Dependent
@Tag(name = "operation")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class RestoreResource {
    private final RestoreDeliveries restoring;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public RestoreResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public RestoreResource(RestoreDeliveries restoring) {
        this.restoring = restoring;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded({Role.EXCHANGE, Role.OPERATE})
    @Operation(
            operationId = "restoreDeliveries",
            summary = "Khôi phục hàng loạt: all that was set aside in a time, in the background",
            description = "An operator restores whosever, a system what its agencies sent. Each is restored once.")
    @APIResponse(
            responseCode = "202",
            description = "It goes on; ask how far it has come",
            content = @Content(schema = @Schema(implementation = RestoreView.class)))
    public Response restore(RestoreBody body, @Context SecurityContext security) {
        RestoreView view = RestoreView.of(
                restoring.restoreAll(CallerPrincipal.of(security), body.agencies(), body.begin(), body.end()));
        return Response.accepted(view)
                .location(URI.create("delivery-restores/" + view.id()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesNeeded({Role.EXCHANGE, Role.OPERATE})
    @Operation(operationId = "getRestore", summary = "Tiến độ khôi phục: how far it has come")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = RestoreView.class)))
    public RestoreView progress(@PathParam("id") String id, @Context SecurityContext security) {
        return restoring
                .job(CallerPrincipal.of(security), Parameters.docId(id).value())
                .map(RestoreView::of)
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, id)));
    }
}
