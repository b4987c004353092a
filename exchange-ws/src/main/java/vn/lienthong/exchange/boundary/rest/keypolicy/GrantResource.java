package vn.lienthong.exchange.boundary.rest.keypolicy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
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
import vn.lienthong.exchange.application.keypolicy.ChangeKeyGrants;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.domain.account.Role;

/** Who may sign with a key. */
@Path("keys/{key}/grants")
@Dependent
@Tag(name = "operation")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class GrantResource {
    private final ChangeKeyGrants change;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public GrantResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public GrantResource(ChangeKeyGrants change) {
        this.change = change;
    }

    @GET
    @RolesNeeded(Role.OPERATE)
    @Operation(operationId = "listKeyGrants", summary = "Ai được ký bằng khóa: who may sign with the key")
    @APIResponse(
            responseCode = "200",
            description = "Those who may",
            content = @Content(schema = @Schema(implementation = GrantView.Holders.class)))
    public GrantView.Holders holders(@PathParam("key") String key, @Context SecurityContext security) {
        return new GrantView.Holders(change.holders(CallerPrincipal.of(security), KeyNames.alias(key)));
    }

    @PUT
    @Path("{account}")
    @RolesNeeded(Role.OPERATE)
    @Operation(
            operationId = "putKeyGrant",
            summary = "Đề nghị cấp khóa cho một người hoặc hệ thống: it waits for a second person")
    @APIResponse(
            responseCode = "200",
            description = "It holds already",
            content = @Content(schema = @Schema(implementation = GrantView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It waits for a second person",
            content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Response put(
            @PathParam("key") String key, @PathParam("account") String account, @Context SecurityContext security) {
        String alias = KeyNames.alias(key);
        String grantee = KeyNames.account(account);
        return change.ask(CallerPrincipal.of(security), alias, grantee)
                .map(proposal -> answer(Response.Status.ACCEPTED, GrantView.of(proposal)))
                .orElseGet(() -> answer(Response.Status.OK, GrantView.holds(alias, grantee)));
    }

    @DELETE
    @Path("{account}")
    @RolesNeeded(Role.OPERATE)
    @Operation(
            operationId = "deleteKeyGrant",
            summary = "Thu hồi quyền dùng khóa: it holds at once, and what was authorised with the key is ended")
    @APIResponse(responseCode = "204", description = "That system or person signs with it no more")
    public void withdraw(
            @PathParam("key") String key, @PathParam("account") String account, @Context SecurityContext security) {
        change.withdraw(CallerPrincipal.of(security), KeyNames.alias(key), KeyNames.account(account));
    }

    private static Response answer(Response.Status status, GrantView view) {
        return Response.status(status)
                .entity(view)
                .type(MediaType.APPLICATION_JSON)
                .build();
    }
}
