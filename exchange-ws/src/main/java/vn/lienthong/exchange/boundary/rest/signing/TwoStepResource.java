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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.signing.SignedDocument;
import vn.lienthong.exchange.application.twostep.CompleteSignature;
import vn.lienthong.exchange.application.twostep.CompleteSignature.Continuing;
import vn.lienthong.exchange.application.twostep.OwnKeyCommand;
import vn.lienthong.exchange.application.twostep.PrepareSignature;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.json.JsonBodies;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.signer.algorithm.Bytes;

/** Signing with a token of the caller's own: this server prepares, the token signs a digest, this server completes. */
@Path("signatures")
@Dependent
@Tag(name = "signing")
@SecurityRequirement(name = "bearer")
public class TwoStepResource {

    /** A continuation holds the words of the first step, and has its own end at 64 Ki characters. */
    private static final int LONGEST_WORDS = 32 * 1024;

    private final PrepareSignature prepare;
    private final CompleteSignature complete;
    private final ContentStore staging;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public TwoStepResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public TwoStepResource(PrepareSignature prepare, CompleteSignature complete, ContentStore staging) {
        this.prepare = prepare;
        this.complete = complete;
        this.staging = staging;
    }

    @POST
    @Path("prepare")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "prepareSignature",
            summary = "Chuẩn bị ký bằng USB token: what a token of your own is to sign",
            description =
                    "First of two steps. Answers the digest that the token signs, and a continuation for the second step, "
                            + "which any node takes, also after a restart. The documents are not kept: send them again. Recorded in the "
                            + "sealed audit log, with the certificate and the digest.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = TwoStepFormSchemas.Prepare.class)))
    @APIResponse(
            responseCode = "200",
            description = "What the token is to sign",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PreparedSignature.class)))
    public PreparedSignature prepare(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String contentLength,
            @Parameter(hidden = true) InputStream body,
            @Context SecurityContext security)
            throws IOException {
        try (SigningForm<OwnKeyParameters> form =
                SigningForm.received(OwnKeyParameters.class, staging, contentType, contentLength, body)) {
            if (form.words().length() > LONGEST_WORDS) {
                throw new FailureException(Failure.of(FailureCode.BODY_TOO_LARGE, Integer.toString(LONGEST_WORDS)));
            }
            OwnKeyCommand command = form.parameters().command(form.documents(), form.image());
            return PreparedSignature.of(prepare.prepare(CallerPrincipal.of(security), command, form.words()));
        }
    }

    @POST
    @Path("complete")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.WILDCARD)
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "completeSignature",
            summary = "Hoàn tất chữ ký của USB token: the signature of your token becomes a signed document",
            description =
                    "Second of two steps, by whoever took the first one, within its time. The documents, and the image if "
                            + "there was one, are sent again. Nothing else is asked: all that was, stands in the continuation. The same "
                            + "step taken again makes the same signature again, from level T on with another timestamp, and is recorded "
                            + "again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = TwoStepFormSchemas.Complete.class)))
    @APIResponse(
            responseCode = "200",
            description = "The signed document; Content-Type names its form",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response complete(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String contentLength,
            @Parameter(hidden = true) InputStream body,
            @Context SecurityContext security)
            throws IOException {
        try (SigningForm<CompletionParameters> form =
                SigningForm.received(CompletionParameters.class, staging, contentType, contentLength, body)) {
            StagedDocuments documents = form.documents();
            Continuing continuing = form.parameters().continuing(documents.sources(false));
            SignedDocument signed = complete.complete(
                    CallerPrincipal.of(security), continuing, words -> again(words, documents, form.image()));
            return SignedAnswer.of(signed, SignedMediaType.of(signed.file()));
        }
    }

    /** The command of the first step, from its own words. */
    private static OwnKeyCommand again(Bytes words, StagedDocuments documents, @Nullable Bytes image) {
        try {
            return JsonBodies.parse(OwnKeyParameters.class, new ByteArrayInputStream(words.toArray()))
                    .command(documents, image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
