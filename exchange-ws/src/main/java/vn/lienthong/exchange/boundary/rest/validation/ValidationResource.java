package vn.lienthong.exchange.boundary.rest.validation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
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
import vn.lienthong.exchange.application.verification.ValidateDocument;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.ContentDigest;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.boundary.text.AcceptLanguage;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.content.ContentStore.Staged;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.validate.ValidationLimits;
import vn.lienthong.signer.validate.ValidationOutcome;

/** Verdicts on signed documents. */
@Path("validations")
@Dependent
@Tag(name = "validation")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class ValidationResource {
    private final ValidateDocument validation;
    private final ContentStore staging;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public ValidationResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public ValidationResource(ValidateDocument validation, ContentStore staging) {
        this.validation = validation;
        this.staging = staging;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesNeeded({Role.VERIFY, Role.SIGN, Role.EXCHANGE, Role.AUDIT})
    @Operation(
            operationId = "validateDocument",
            summary = "Kiểm tra chữ ký số: judge the signatures of a PDF, XML, CMS or ASiC document",
            description =
                    "By EN 319 102-1 and by checks of our own. The document streams to a staging file that is gone "
                            + "when the answer is out; nothing of it is kept. Texts are Vietnamese or, by Accept-Language, English.")
    @RequestBody(
            required = true,
            description = "The document as it is",
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = MediaType.APPLICATION_XML,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "The verdict, whatever it is",
            content = @Content(schema = @Schema(implementation = ValidationReport.class)))
    public Response validate(
            InputStream body,
            @Parameter(description = "SHA-256 of the body, RFC 9530; checked")
                    @HeaderParam(ContentDigest.HEADER)
                    @Nullable String contentDigest,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String contentLength,
            @Parameter(description = "`vi` (default) or `en`") @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage)
            throws IOException {
        Parameters.atMost(contentLength, ValidationLimits.DEFAULT.maxBytes());
        DeclaredBody declared =
                ContentDigest.parse(contentDigest).map(DeclaredBody::of).orElseGet(DeclaredBody::anything);
        Language language = AcceptLanguage.preferred(acceptLanguage);
        ReportWriter writer = new ReportWriter(language);
        try (Staged document = staging.stage(body, ValidationLimits.DEFAULT.maxBytes(), declared)) {
            ValidationReport report = switch (validation.validate(document.file())) {
                case ValidationOutcome.Judged judged ->
                    writer.judged(judged.report(), document.ref().digest());
                case ValidationOutcome.NotSigned none ->
                    writer.notSigned(none.format(), document.ref().digest());
                case ValidationOutcome.Unreadable unreadable ->
                    throw new IllegalStateException("the use case answers it as a failure: " + unreadable.reason());
            };
            return Response.ok(report)
                    .header(HttpHeaders.CONTENT_LANGUAGE, AcceptLanguage.tag(language))
                    .build();
        }
    }
}
