package vn.lienthong.exchange.boundary.rest.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.keeping.EndOfCare;
import vn.lienthong.exchange.application.keeping.KeptRecords;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.ContentAnswer;
import vn.lienthong.exchange.boundary.rest.http.Cursor;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.boundary.text.AcceptLanguage;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.keeping.KeptId;
import vn.lienthong.exchange.domain.keeping.KeptSignature;
import vn.lienthong.exchange.domain.keeping.KeptState;

/** Signed files in the server's care. */
@Path("kept-signatures")
@Dependent
@Tag(name = "signing")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class KeptResource {
    private final KeptRecords records;
    private final EndOfCare end;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public KeptResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public KeptResource(KeptRecords records, EndOfCare end) {
        this.records = records;
        this.end = end;
    }

    @GET
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "listKeptSignatures",
            summary = "Văn bản đã ký đang được hoàn thiện và gìn giữ: the caller's signed files in the server's care")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = KeptView.KeptPage.class)))
    public KeptView.KeptPage list(
            @Parameter(description = "Only those: `awaiting`, `complete`, `given-up` or `set-aside`")
                    @QueryParam("state")
                    @Nullable String state,
            @Parameter(description = "Rows of a page, 1 to 1000; 100 by default") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "`nextCursor` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context SecurityContext security) {
        Page page = Cursor.page(cursor, limit);
        return KeptView.KeptPage.of(
                records.all(CallerPrincipal.of(security), state(state), page),
                page,
                AcceptLanguage.preferred(language));
    }

    @GET
    @Path("{id}")
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "getKeptSignature",
            summary = "Tình trạng của văn bản đã ký: whether it has the level that was asked for")
    @APIResponse(
            responseCode = "200",
            description = "The file as it stands",
            content = @Content(schema = @Schema(implementation = KeptView.class)))
    public KeptView get(
            @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context SecurityContext security) {
        return KeptView.of(find(id, security), AcceptLanguage.preferred(language));
    }

    @GET
    @Path("{id}/versions")
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "listKeptVersions",
            summary = "Các phiên bản của văn bản đã ký: each raised file, and the one that it was made of")
    @APIResponse(
            responseCode = "200",
            description = "The versions",
            content = @Content(schema = @Schema(implementation = KeptView.Versions.class)))
    public KeptView.Versions versions(@PathParam("id") String id, @Context SecurityContext security) {
        return KeptView.Versions.of(records.versions(find(id, security)));
    }

    @GET
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "getKeptContent",
            summary = "Nội dung văn bản đã ký: the newest version, or the one asked for")
    @APIResponse(
            responseCode = "200",
            description = "The signed file",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response content(
            @PathParam("id") String id,
            @Parameter(description = "Its number; the newest by default") @QueryParam("version") @Nullable Integer version,
            @Context SecurityContext security) {
        KeptSignature kept = find(id, security);
        KeptSignature.Version wanted = version == null
                ? kept.current()
                : records.versions(kept).stream()
                        .filter(one -> one.number() == version)
                        .findFirst()
                        .orElseThrow(() -> Parameters.invalid("version"));
        return ContentAnswer.of(wanted.content(), kept.mediaType(), records.open(wanted));
    }

    @DELETE
    @Path("{id}")
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "deleteKeptSignature",
            summary = "Thôi lưu giữ văn bản đã ký: its versions are gone, and nothing is renewed any more")
    @APIResponse(responseCode = "204", description = "It is in the server's care no more")
    public void remove(@PathParam("id") String id, @Context SecurityContext security) {
        end.remove(CallerPrincipal.of(security), new KeptId(Parameters.docId(id).value()));
    }

    private KeptSignature find(String id, SecurityContext security) {
        return records.find(
                CallerPrincipal.of(security), new KeptId(Parameters.docId(id).value()));
    }

    private static @Nullable KeptState state(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(KeptState.values())
                .filter(known -> KeptView.state(known).equals(text))
                .findFirst()
                .orElseThrow(() -> Parameters.invalid("state"));
    }
}
