package vn.lienthong.exchange.boundary.rest.signing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.signing.PreviewAppearance;
import vn.lienthong.exchange.application.signing.SourceDocument;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.sign.pades.AppearancePreview.Preview;

/** The picture of a page as it will be when it is signed. */
@Path("signatures")
@Dependent
@Tag(name = "signing")
@SecurityRequirement(name = "bearer")
public class PreviewResource {
    private static final String PNG = "image/png";
    private static final String PAGE = "Lienthong-Page";

    private final PreviewAppearance preview;
    private final ContentStore staging;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public PreviewResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public PreviewResource(PreviewAppearance preview, ContentStore staging) {
        this.preview = preview;
        this.staging = staging;
    }

    @POST
    @Path("preview")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(PNG)
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "previewSignature",
            summary = "Xem trước hình thức chữ ký: the page with the signature on it, before anything is signed",
            description =
                    "A PNG at 96 dots an inch of the page where the signature would be seen, laid out and drawn as "
                            + "signing does. No key is used, and nothing is recorded or kept. A page that takes more than some seconds, "
                            + "is larger than 2,400 points, or has an image of more than 36 megapixels is not drawn.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = PreviewFormSchema.class)))
    @APIResponse(
            responseCode = "200",
            description = "The page",
            headers = {
                @Header(
                        name = PAGE,
                        description = "Which page it is, from 1",
                        schema = @Schema(type = SchemaType.INTEGER))
            },
            content = @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response preview(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String contentLength,
            @Parameter(hidden = true) InputStream body,
            @Context SecurityContext security)
            throws IOException {
        try (SigningForm<PreviewParameters> form =
                SigningForm.received(PreviewParameters.class, staging, contentType, contentLength, body)) {
            List<SourceDocument> documents = form.documents().sources(false);
            if (documents.size() > 1) {
                throw Parameters.invalid(SigningForm.DOCUMENT);
            }
            VisibleSignature appearance = Parameters.required(
                            "appearance", form.parameters().appearance())
                    .visible(form.image());
            Preview.Shown shown = preview.show(CallerPrincipal.of(security), documents.get(0), appearance);
            return Response.ok(shown.png().toArray(), PNG)
                    .header(PAGE, shown.page())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
    }
}
