package vn.lienthong.exchange.boundary.rest.signing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
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
import vn.lienthong.exchange.application.signing.SignHashes;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.signer.algorithm.SignatureScheme;

/** Signatures over digests: for clients that build the signed document themselves. */
@Path("hashes/signatures")
@Dependent
@Tag(name = "signing")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HashSignatureResource {
    private final SignHashes signing;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public HashSignatureResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public HashSignatureResource(SignHashes signing) {
        this.signing = signing;
    }

    @POST
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "signHashes",
            summary = "Ký các giá trị băm: sign up to 1000 digests with one key; all of them, or none",
            description = "Each use of the key is recorded in the sealed audit log.")
    @APIResponse(
            responseCode = "200",
            description = "The signatures",
            content = @Content(schema = @Schema(implementation = HashSignatureBodies.Signatures.class)))
    public HashSignatureBodies.Signatures sign(HashSignatureBodies.Asked asked, @Context SecurityContext security) {
        return sign(CallerPrincipal.of(security), asked);
    }

    HashSignatureBodies.Signatures sign(Caller caller, HashSignatureBodies.Asked asked) {
        SignatureScheme scheme = asked.signatureScheme();
        return HashSignatureBodies.Signatures.of(
                signing.sign(caller, SignatureParameters.alias(asked.key()), scheme, asked.digests(scheme.digest())));
    }
}
