package vn.lienthong.exchange.boundary.rest.dispatches;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.List;
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
import vn.lienthong.exchange.application.dispatch.Links;
import vn.lienthong.exchange.application.dispatch.Submission;
import vn.lienthong.exchange.application.upload.SendUpload;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.ContentDigest;
import vn.lienthong.exchange.boundary.rest.http.Cursor;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.delivery.SentMessage;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Messages that are sent. */
@Path("dispatches")
@Dependent
@Tag(name = "dispatches")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class DispatchResource {
    private final AcceptDispatch acceptDispatch;
    private final Mailbox mailbox;
    private final Links links;
    private final SendUpload sendUpload;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public DispatchResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public DispatchResource(AcceptDispatch acceptDispatch, Mailbox mailbox, Links links, SendUpload sendUpload) {
        this.acceptDispatch = acceptDispatch;
        this.mailbox = mailbox;
        this.links = links;
        this.sendUpload = sendUpload;
    }

    @POST
    @Consumes({"application/edxml+xml", MediaType.APPLICATION_XML, MediaType.APPLICATION_OCTET_STREAM})
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "sendDispatch",
            summary = "Gửi một văn bản: send an edXML message",
            description =
                    "The body is the edXML message as it is, of any length up to the server's limit; it streams to "
                            + "stable storage. When this answers 201 the message will reach each recipient exactly once. Sending "
                            + "it again, with the same Idempotency-Key or without, answers 200 with the same body.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = "application/edxml+xml",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = MediaType.APPLICATION_XML,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "201",
            description = "Accepted now",
            content = @Content(schema = @Schema(implementation = AcceptedDispatch.class)))
    @APIResponse(
            responseCode = "200",
            description = "Accepted before; nothing changed",
            content = @Content(schema = @Schema(implementation = AcceptedDispatch.class)))
    public Response send(
            InputStream body,
            @Parameter(description = "The client's name for this request: 1 to 128 printable ASCII characters")
                    @HeaderParam("Idempotency-Key")
                    @Nullable String idempotencyKey,
            @Parameter(description = "SHA-256 of the body, RFC 9530; checked", example = "sha-256=:RK/0qy18…=:")
                    @HeaderParam(ContentDigest.HEADER)
                    @Nullable String contentDigest,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String contentLength,
            @Parameter(description = "Only these of the message's recipients") @QueryParam("to") List<String> to,
            @Context SecurityContext security) {
        Caller caller = CallerPrincipal.of(security);
        Submission submission = new Submission(
                Channel.REST,
                body,
                ContentDigest.parse(contentDigest).map(DeclaredBody::of).orElseGet(DeclaredBody::anything),
                Parameters.length(contentLength),
                null,
                null,
                Parameters.agencies("to", to),
                Parameters.idempotencyKey(idempotencyKey));
        return AcceptedDispatch.answer(acceptDispatch.accept(caller, submission));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "sendUploadedDispatch",
            summary = "Gửi văn bản đã tải lên: send an edXML message that came in pieces",
            description = "As if it had come in one; the upload stays until it expires, so this may be repeated.")
    @APIResponse(
            responseCode = "201",
            description = "Accepted now",
            content = @Content(schema = @Schema(implementation = AcceptedDispatch.class)))
    @APIResponse(
            responseCode = "200",
            description = "Accepted before; nothing changed",
            content = @Content(schema = @Schema(implementation = AcceptedDispatch.class)))
    public Response sendUploaded(
            UploadedBody body,
            @Parameter(description = "The client's name for this request: 1 to 128 printable ASCII characters")
                    @HeaderParam("Idempotency-Key")
                    @Nullable String idempotencyKey,
            @Parameter(description = "Only these of the message's recipients") @QueryParam("to") List<String> to,
            @Context SecurityContext security) {
        return AcceptedDispatch.answer(sendUpload.send(
                CallerPrincipal.of(security),
                body.upload(),
                DeclaredBody.anything(),
                Parameters.agencies("to", to),
                Parameters.idempotencyKey(idempotencyKey)));
    }

    @GET
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "listDispatches",
            summary = "Danh sách đã gửi: what the caller's agencies sent, newest first, one row a recipient")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = SentPage.class)))
    public SentPage sent(
            @Parameter(description = "`edoc` (default) or `status`") @QueryParam("type") @Nullable String type,
            @Parameter(description = "Rows of a page, 1 to 1000; 100 by default") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "`nextCursor` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Context SecurityContext security) {
        Page page = Cursor.page(cursor, limit);
        Caller caller = CallerPrincipal.of(security);
        List<SentMessage> rows = mailbox.sent(caller, Parameters.type(type), page);
        return SentPage.of(
                rows, links.of(caller, rows.stream().map(SentMessage::dispatch).toList()), page);
    }

    @GET
    @Path("{id}")
    @RolesNeeded({Role.EXCHANGE, Role.AUDIT})
    @Operation(
            operationId = "getDispatch",
            summary = "Một văn bản và đường đi của nó: a message, and for its sender its way to each recipient")
    @APIResponse(
            responseCode = "200",
            description = "The message",
            content = @Content(schema = @Schema(implementation = DispatchDetail.class)))
    public DispatchDetail get(
            @Parameter(description = "The dispatch's id, or the delivery's for a recipient") @PathParam("id") String id,
            @Context SecurityContext security) {
        Caller caller = CallerPrincipal.of(security);
        DocId docId = Parameters.docId(id);
        Dispatch dispatch = mailbox.find(caller, docId)
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, id)));
        boolean sender = caller.has(Role.EXCHANGE) && caller.actsFor(dispatch.sender());
        return DispatchDetail.of(
                dispatch,
                sender ? mailbox.sent(caller, dispatch.id()) : List.of(),
                links.of(caller, List.of(dispatch)));
    }
}
