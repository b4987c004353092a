package vn.lienthong.exchange.boundary.rest.signing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import vn.lienthong.exchange.application.signing.GrantedKeys;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.domain.account.Role;

/** The caller's signing keys. */
@Path("keys")
@Dependent
@Tag(name = "signing")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class KeyResource {
    private final GrantedKeys keys;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public KeyResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public KeyResource(GrantedKeys keys) {
        this.keys = keys;
    }

    @GET
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "listKeys",
            summary = "Khóa ký được cấp: the keys granted to the caller, and their certificates")
    @APIResponse(
            responseCode = "200",
            description = "The keys",
            content = @Content(schema = @Schema(implementation = KeyList.class)))
    public KeyList keys(@Context SecurityContext security) {
        return KeyList.of(keys.of(CallerPrincipal.of(security)));
    }
}
