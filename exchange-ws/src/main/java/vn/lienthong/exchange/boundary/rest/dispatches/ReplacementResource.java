package vn.lienthong.exchange.boundary.rest.dispatches;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.Set;
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
import vn.lienthong.exchange.application.delivery.Mailbox;
import vn.lienthong.exchange.application.dispatch.AcceptDispatch;
import vn.lienthong.exchange.application.dispatch.Submission;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.ContentDigest;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Sending a document in the place of another. */
@Path("dispatches/{id}/replace")
@Dependent
@Tag(name = "dispatches")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class ReplacementResource {
    private final AcceptDispatch acceptDispatch;
    private final Mailbox mailbox;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public ReplacementResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public ReplacementResource(AcceptDispatch acceptDispatch, Mailbox mailbox) {
        this.acceptDispatch = acceptDispatch;
        this.mailbox = mailbox;
    }

    @POST
    @Consumes({"application/edxml+xml", MediaType.APPLICATION_XML, MediaType.APPLICATION_OCTET_STREAM})
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "replaceDispatch",
            summary = "Thay thế văn bản: send a document that replaces this one",
            description = "As sendDispatch, and the message has to be of business type 3 and name this document. The "
                    + "recipients are asked for their consent; the older document stays readable and provable.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/edxml+xml",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "Accepted now",
            content = @Content(schema = @Schema(implementation = AcceptedDispatch.class)))
    @APIResponse(
            responseCode = "200",
            description = "Accepted before; nothing changed",
            content = @Content(schema = @Schema(implementation = AcceptedDispatch.class)))
    public Response replace(
            @Parameter(description = "The dispatch's id") @PathParam("id") String id,
            InputStream body,
            @Parameter(description = "The client's name for this request: 1 to 128 printable ASCII characters")
                    @HeaderParam("Idempotency-Key")
                    @Nullable String idempotencyKey,
            @Parameter(description = "SHA-256 of the body, RFC 9530; checked")
                    @HeaderParam(ContentDigest.HEADER)
                    @Nullable String contentDigest,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String contentLength,
            @Context SecurityContext security) {
        Caller caller = CallerPrincipal.of(security);
        Dispatch replaced = mailbox.find(caller, Parameters.docId(id))
                .filter(dispatch -> caller.actsFor(dispatch.sender()))
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, id)));
        Submission submission = new Submission(
                Channel.REST,
                body,
                ContentDigest.parse(contentDigest).map(DeclaredBody::of).orElseGet(DeclaredBody::anything),
                Parameters.length(contentLength),
                null,
                null,
                Set.of(),
                Parameters.idempotencyKey(idempotencyKey),
                replaced.id());
        return AcceptedDispatch.answer(acceptDispatch.accept(caller, submission));
    }
}
