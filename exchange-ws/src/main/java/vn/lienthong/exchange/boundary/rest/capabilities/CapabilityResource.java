package vn.lienthong.exchange.boundary.rest.capabilities;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienthong.exchange.application.capability.ReceiverCapabilities;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** What can be sent to an agency, to be asked before it is sent. */
@Path("agencies/{code}/capabilities")
@Dependent
@Tag(name = "agencies")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class CapabilityResource {
    private final ReceiverCapabilities capabilities;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public CapabilityResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public CapabilityResource(ReceiverCapabilities capabilities) {
        this.capabilities = capabilities;
    }

    @GET
    @RolesNeeded({})
    @Operation(
            operationId = "getCapabilities",
            summary = "Khả năng tiếp nhận: how large a message and which attachments an agency takes")
    @APIResponse(
            responseCode = "200",
            description = "What can be sent to it now",
            content = @Content(schema = @Schema(implementation = CapabilityView.class)))
    public CapabilityView get(@PathParam("code") String code) {
        return capabilities
                .of(Parameters.agency("code", code))
                .map(CapabilityView::of)
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, code)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "setCapabilities",
            summary = "Khai báo khả năng tiếp nhận: said by the agency's own system",
            description =
                    "From now on a message that goes beyond is refused as it is sent, `receiver-cannot-take` with what is too "
                            + "much. What was accepted before stays.")
    @APIResponse(
            responseCode = "200",
            description = "What can be sent to it now",
            content = @Content(schema = @Schema(implementation = CapabilityView.class)))
    public CapabilityView put(@PathParam("code") String code, CapabilityBody body, @Context SecurityContext security) {
        return CapabilityView.of(capabilities.say(
                CallerPrincipal.of(security),
                Parameters.agency("code", code),
                body.octets(),
                body.types(),
                body.business()));
    }

    @DELETE
    @RolesNeeded(Role.EXCHANGE)
    @Operation(operationId = "removeCapabilities", summary = "Bỏ khai báo: the agency takes what this server takes")
    @APIResponse(responseCode = "204", description = "It says nothing any more")
    public void delete(@PathParam("code") String code, @Context SecurityContext security) {
        capabilities.sayNothing(CallerPrincipal.of(security), Parameters.agency("code", code));
    }
}
