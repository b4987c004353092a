package vn.lienthong.exchange.boundary.rest.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.keeping.SetAsideSignatures;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Cursor;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.boundary.text.AcceptLanguage;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.keeping.KeptId;

/** Signed files that the server's workers died of, one after the other. */
@Path("set-aside-signatures")
@Dependent
@Tag(name = "operation")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class SetAsideResource {
    private final SetAsideSignatures setAside;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public SetAsideResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public SetAsideResource(SetAsideSignatures setAside) {
        this.setAside = setAside;
    }

    @GET
    @RolesNeeded(Role.OPERATE)
    @Operation(
            operationId = "listSetAsideSignatures",
            summary = "Văn bản đã ký tạm gác, chờ người vận hành: files that no worker got done, of all owners")
    @APIResponse(
            responseCode = "200",
            description = "A page, the oldest first",
            content = @Content(schema = @Schema(implementation = KeptView.KeptPage.class)))
    public KeptView.KeptPage list(
            @Parameter(description = "Rows of a page, 1 to 1000; 100 by default") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "`nextCursor` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context SecurityContext security) {
        Page page = Cursor.page(cursor, limit);
        return KeptView.KeptPage.of(
                setAside.all(CallerPrincipal.of(security), page), page, AcceptLanguage.preferred(language));
    }

    @POST
    @Path("{id}/retry")
    @RolesNeeded(Role.OPERATE)
    @Operation(
            operationId = "retrySetAsideSignature",
            summary = "Thử hoàn thiện lại: the file is due at once, with as many tries as a new one")
    @APIResponse(
            responseCode = "200",
            description = "The file as it stands",
            content = @Content(schema = @Schema(implementation = KeptView.class)))
    public KeptView tryAgain(
            @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context SecurityContext security) {
        return KeptView.of(
                setAside.tryAgain(
                        CallerPrincipal.of(security),
                        new KeptId(Parameters.docId(id).value())),
                AcceptLanguage.preferred(language));
    }
}
