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
import vn.lienthong.exchange.application.signing.ExtendCommand;
import vn.lienthong.exchange.application.signing.ExtendSignatures;
import vn.lienthong.exchange.application.signing.SignedDocument;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.ContentDigest;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.signer.sign.SigningLimits;

/** Signatures that exist, raised to a higher level. */
@Path("signatures/extend")
@Dependent
@Tag(name = "signing")
@SecurityRequirement(name = "bearer")
public class ExtensionResource {
    private final ExtendSignatures extending;
    private final ContentStore staging;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public ExtensionResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public ExtensionResource(ExtendSignatures extending, ContentStore staging) {
        this.extending = extending;
        this.staging = staging;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.WILDCARD)
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "extendSignatures",
            summary = "Nâng mức chữ ký (T, LT, LTA): raise the signatures of a file, whoever made them",
            description =
                    "Adds what ETSI EN 319 102-1 §4.3 asks for: a timestamp; certificates and revocation data; an "
                            + "archive timestamp. No key of the caller's is used. What is signed stays octet for octet.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ExtensionBodies.FormSchema.class)))
    @APIResponse(
            responseCode = "200",
            description = "The raised file, in the format that it came in; a compact JWS comes back as a flattened one",
            headers = {
                @Header(
                        name = ContentDigest.HEADER,
                        description = "SHA-256 of the body, RFC 9530",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response extend(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String contentLength,
            @Parameter(hidden = true) InputStream body,
            @Context SecurityContext security)
            throws IOException {
        SigningLimits limits = SigningLimits.DEFAULT;
        Parameters.atMost(contentLength, 2 * SigningForm.longest(limits));
        try (SignedFileForm<ExtensionBodies.Asked> form =
                new SignedFileForm<>(ExtensionBodies.Asked.class, staging, limits.maxDocumentBytes())) {
            form.read(contentType, body);
            ExtendCommand command = new ExtendCommand(
                    form.signed(), form.documents(), form.parameters().signatureLevel());
            SignedDocument raised = extending.extend(CallerPrincipal.of(security), command);
            return SignedAnswer.of(raised, SignedMediaType.of(raised.file()));
        }
    }
}
