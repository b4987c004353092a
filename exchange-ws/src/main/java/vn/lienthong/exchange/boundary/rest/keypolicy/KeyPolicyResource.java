package vn.lienthong.exchange.boundary.rest.keypolicy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienthong.exchange.application.keypolicy.ChangeKeyPolicy;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.keypolicy.PolicyVersion;

/** What a key may be used for. */
@Path("keys/{key}/policy")
@Dependent
@Tag(name = "operation")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class KeyPolicyResource {
    private final ChangeKeyPolicy change;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public KeyPolicyResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public KeyPolicyResource(ChangeKeyPolicy change) {
        this.change = change;
    }

    @GET
    @RolesNeeded(Role.OPERATE)
    @Operation(
            operationId = "getKeyPolicy",
            summary = "Chính sách của khóa: what a key may be used for, and how often it was")
    @APIResponse(
            responseCode = "200",
            description = "The key as it stands",
            content = @Content(schema = @Schema(implementation = PolicyView.Current.class)))
    public PolicyView.Current current(@PathParam("key") String key, @Context SecurityContext security) {
        return PolicyView.Current.of(change.current(CallerPrincipal.of(security), KeyNames.alias(key)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.OPERATE)
    @Operation(
            operationId = "putKeyPolicy",
            summary = "Đổi chính sách của khóa: what takes something away holds at once; what allows more waits for a "
                    + "second person")
    @APIResponse(
            responseCode = "200",
            description = "It holds",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It waits for a second person",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    public Response put(@PathParam("key") String key, PolicyBody body, @Context SecurityContext security) {
        PolicyVersion version = change.ask(
                CallerPrincipal.of(security),
                body.policy(KeyNames.alias(key)),
                ProposalId.optional("basedOn", body.basedOn()));
        Response.Status status =
                version.state() == PolicyVersion.State.PROPOSED ? Response.Status.ACCEPTED : Response.Status.OK;
        return Response.status(status)
                .entity(PolicyView.of(version))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }
}
