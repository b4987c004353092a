package vn.lienthong.exchange.boundary.rest.setaside;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import vn.lienthong.exchange.application.setaside.DeliveryAttempts;
import vn.lienthong.exchange.application.setaside.RestoreDeliveries;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** One delivery, as it concerns who wants to know where it is. */
@Path("dispatches/{id}/deliveries/{deliveryId}")
@Dependent
@Tag(name = "dispatches")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryResource {
    private final DeliveryAttempts attempts;
    private final RestoreDeliveries restoring;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public DeliveryResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public DeliveryResource(DeliveryAttempts attempts, RestoreDeliveries restoring) {
        this.attempts = attempts;
        this.restoring = restoring;
    }

    @GET
    @Path("attempts")
    @RolesNeeded({Role.EXCHANGE, Role.AUDIT, Role.OPERATE})
    @Operation(
            operationId = "listDeliveryAttempts",
            summary = "Các lần giao văn bản: who leased it, gave it back and why, and whether it was set aside",
            description = "For its sender, its recipient, auditors and operators.")
    @APIResponse(
            responseCode = "200",
            description = "What was tried",
            content = @Content(schema = @Schema(implementation = DeliveryAttemptList.class)))
    public DeliveryAttemptList attempts(
            @Parameter(description = "The dispatch's id") @PathParam("id") String id,
            @PathParam("deliveryId") String deliveryId,
            @Context SecurityContext security) {
        return attempts.of(CallerPrincipal.of(security), Parameters.dispatchId(id), Parameters.deliveryId(deliveryId))
                .map(DeliveryAttemptList::of)
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, deliveryId)));
    }

    @POST
    @Path("restore")
    @RolesNeeded({Role.EXCHANGE, Role.OPERATE})
    @Operation(
            operationId = "restoreDelivery",
            summary = "Khôi phục văn bản bị để riêng: a delivery that was given back too often is on its list again",
            description = "For its sender and operators. Harmless when repeated.")
    @APIResponse(
            responseCode = "200",
            description = "It is on its recipient's list",
            content = @Content(schema = @Schema(implementation = Restored.class)))
    public Restored restore(
            @Parameter(description = "The dispatch's id") @PathParam("id") String id,
            @PathParam("deliveryId") String deliveryId,
            @Context SecurityContext security) {
        return new Restored(restoring.restore(
                CallerPrincipal.of(security), Parameters.dispatchId(id), Parameters.deliveryId(deliveryId)));
    }

    /** What restoring did. */
    @Schema(name = "Restored")
    record Restored(
            @Schema(required = true, description = "Whether it was set aside until now")
            boolean restored) {}
}
