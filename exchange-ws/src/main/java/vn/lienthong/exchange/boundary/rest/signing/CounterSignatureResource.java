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
import vn.lienthong.exchange.application.signing.CounterSignDocument;
import vn.lienthong.exchange.application.signing.SignedDocument;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.ContentDigest;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.signer.sign.SigningLimits;

/** Signatures over signatures. */
@Path("signatures/counter")
@Dependent
@Tag(name = "signing")
@SecurityRequirement(name = "bearer")
public class CounterSignatureResource {
    private final CounterSignDocument signing;
    private final ContentStore staging;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public CounterSignatureResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public CounterSignatureResource(CounterSignDocument signing, ContentStore staging) {
        this.signing = signing;
        this.staging = staging;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.WILDCARD)
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "counterSign",
            summary = "Ký xác nhận một chữ ký: sign somebody's signature with a key in the HSM",
            description =
                    "A counter-signature of XAdES, CAdES, JAdES or ASiC at level B (ETSI EN 319 132-1 §5.2.7). A PDF has "
                            + "further signatures in its place. Each use of the key is recorded in the sealed audit log.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = CounterSignatureBodies.FormSchema.class)))
    @APIResponse(
            responseCode = "200",
            description = "The file with the counter-signature in it",
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
    public Response sign(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String contentLength,
            @Parameter(hidden = true) InputStream body,
            @Context SecurityContext security)
            throws IOException {
        SigningLimits limits = SigningLimits.DEFAULT;
        Parameters.atMost(contentLength, 2 * SigningForm.longest(limits));
        try (SignedFileForm<CounterSignatureBodies.Asked> form =
                new SignedFileForm<>(CounterSignatureBodies.Asked.class, staging, limits.maxDocumentBytes())) {
            form.read(contentType, body);
            SignedDocument signed =
                    signing.sign(CallerPrincipal.of(security), form.parameters().command(form));
            return SignedAnswer.of(signed, SignedMediaType.of(signed.file()));
        }
    }
}
