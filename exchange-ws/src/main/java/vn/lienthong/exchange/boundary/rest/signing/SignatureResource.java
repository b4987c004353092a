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
import vn.lienthong.exchange.application.signing.SignDocumentCommand;
import vn.lienthong.exchange.application.signing.SignOfficialDocument;
import vn.lienthong.exchange.application.signing.SignedDocument;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.ContentDigest;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.signer.sign.SignatureForm;

/** Signed and sealed documents. */
@Path("signatures")
@Dependent
@Tag(name = "signing")
@SecurityRequirement(name = "bearer")
public class SignatureResource {
    private static final String PDF = "application/pdf";
    private static final String XML = "application/xml";
    private static final String CMS = "application/pkcs7-signature";
    private static final String CMS_ATTACHED = "application/pkcs7-mime";
    private static final String JWS = "application/jose";
    private static final String JWS_JSON = "application/jose+json";
    private static final String ASIC_S = "application/vnd.etsi.asic-s+zip";
    private static final String ASIC_E = "application/vnd.etsi.asic-e+zip";

    private final SignOfficialDocument signing;
    private final ContentStore staging;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public SignatureResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public SignatureResource(SignOfficialDocument signing, ContentStore staging) {
        this.signing = signing;
        this.staging = staging;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces({PDF, XML, CMS, CMS_ATTACHED, JWS, JWS_JSON, ASIC_S, ASIC_E})
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "signDocument",
            summary = "Ký số hoặc đóng dấu văn bản: sign or seal documents with a key in the HSM",
            description =
                    "PAdES (ETSI EN 319 142-1) by default, added to the PDF as it is, so that earlier signatures stay "
                            + "valid; or XAdES, CAdES, JAdES, ASiC-S and ASiC-E, at level B, T, LT or LTA, several documents "
                            + "under one signature where the form takes them. The answer's Content-Type names the form. Each use "
                            + "of the key is recorded in the sealed audit log.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = SignatureFormSchema.class)))
    @APIResponse(
            responseCode = "200",
            description = "The signed document",
            headers = {
                @Header(
                        name = ContentDigest.HEADER,
                        description = "SHA-256 of the body, RFC 9530",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = SignedAnswer.RECORD,
                        description = "With `keep`: the id of its record under kept-signatures",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = SignedAnswer.LEVEL,
                        description = "With `keep`: the level that this file has, such as baseline-T",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = SignedAnswer.STATE,
                        description = "With `keep`: `complete`, or `awaiting` (chờ hoàn thiện) if it will be raised",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response sign(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String contentLength,
            @Parameter(hidden = true) InputStream body,
            @Context SecurityContext security)
            throws IOException {
        Made made = sign(CallerPrincipal.of(security), contentType, contentLength, body);
        return SignedAnswer.of(made.signed(), made.mediaType());
    }

    /** A signed document, which whoever asked for it closes, and what it is. */
    record Made(SignedDocument signed, String mediaType) {}

    Made sign(Caller caller, @Nullable String contentType, @Nullable String contentLength, InputStream body)
            throws IOException {
        try (SigningForm<SignatureParameters> form =
                SigningForm.received(SignatureParameters.class, staging, contentType, contentLength, body)) {
            SignatureParameters asked = form.parameters();
            boolean namesMatter = asked.form() != SignatureForm.PADES;
            SignDocumentCommand command = asked.command(form.documents().handedOver(namesMatter), form.image());
            return new Made(signing.sign(caller, command), command.form().mediaType());
        }
    }
}
