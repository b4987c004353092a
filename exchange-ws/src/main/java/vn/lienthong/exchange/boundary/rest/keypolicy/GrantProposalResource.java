package vn.lienthong.exchange.boundary.rest.keypolicy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienthong.exchange.application.keypolicy.ChangeKeyGrants;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.domain.account.Role;

/** Grants of keys that wait for a second person. */
@Path("key-grant-proposals")
@Dependent
@Tag(name = "operation")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class GrantProposalResource {
    private final ChangeKeyGrants change;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public GrantProposalResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public GrantProposalResource(ChangeKeyGrants change) {
        this.change = change;
    }

    @GET
    @RolesNeeded(Role.OPERATE)
    @Operation(operationId = "listKeyGrantProposals", summary = "Đề nghị cấp khóa chờ người thứ hai: what waits")
    @APIResponse(
            responseCode = "200",
            description = "What waits",
            content = @Content(schema = @Schema(implementation = GrantView.Proposals.class)))
    public GrantView.Proposals proposals(@Context SecurityContext security) {
        return GrantView.Proposals.of(change.proposed(CallerPrincipal.of(security)));
    }

    @POST
    @Path("{id}/approval")
    @RolesNeeded(Role.OPERATE)
    @Operation(
            operationId = "approveKeyGrant",
            summary = "Duyệt, bởi một người khác người đề nghị và người được cấp: it holds from now on")
    @APIResponse(
            responseCode = "200",
            description = "It holds",
            content = @Content(schema = @Schema(implementation = GrantView.class)))
    public GrantView approve(@PathParam("id") String id, @Context SecurityContext security) {
        return GrantView.of(change.approve(CallerPrincipal.of(security), ProposalId.required("id", id)));
    }

    @DELETE
    @Path("{id}")
    @RolesNeeded(Role.OPERATE)
    @Operation(operationId = "rejectKeyGrant", summary = "Từ chối hoặc rút lại: it is closed")
    @APIResponse(responseCode = "204", description = "It is closed")
    public void reject(@PathParam("id") String id, @Context SecurityContext security) {
        change.reject(CallerPrincipal.of(security), ProposalId.required("id", id));
    }
}
