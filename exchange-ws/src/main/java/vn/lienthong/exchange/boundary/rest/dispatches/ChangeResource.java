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
import vn.lienthong.exchange.application.dispatch.AcceptOutcome;
import vn.lienthong.exchange.application.dispatch.RecallDocument;
import vn.lienthong.exchange.application.dispatch.RecordStatus;
import vn.lienthong.exchange.application.dispatch.StatusOutcome;
import vn.lienthong.exchange.application.dispatch.Submission;
import vn.lienthong.exchange.application.dispatch.Trails;
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

/** What is done to a document after it was sent, and the trail that all of it leaves. */
@Path("dispatches/{id}")
@Dependent
@Tag(name = "dispatches")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class ChangeResource {
    private static final String ID = "The dispatch's id, or the delivery's for a recipient";

    private final RecallDocument recallDocument;
    private final AcceptDispatch acceptDispatch;
    private final RecordStatus recordStatus;
    private final Mailbox mailbox;
    private final Trails trails;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public ChangeResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public ChangeResource(
            RecallDocument recallDocument,
            AcceptDispatch acceptDispatch,
            RecordStatus recordStatus,
            Mailbox mailbox,
            Trails trails) {
        this.recallDocument = recallDocument;
        this.acceptDispatch = acceptDispatch;
        this.recordStatus = recordStatus;
        this.mailbox = mailbox;
        this.trails = trails;
    }

    @POST
    @Path("recall")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "recallDispatch",
            summary = "Thu hồi văn bản: recall a document from all its recipients",
            description =
                    "A recipient who has not been given the document never will be; all others are asked for their "
                            + "consent by an edXML message of business type 1. Until each of them has refused, the document can "
                            + "be neither updated nor replaced. The same recall again answers 200 with the same body.")
    @APIResponse(
            responseCode = "201",
            description = "Recalled now; the body is the receipt of the recall message",
            content = @Content(schema = @Schema(implementation = AcceptedDispatch.class)))
    @APIResponse(
            responseCode = "200",
            description = "Recalled before; nothing changed",
            content = @Content(schema = @Schema(implementation = AcceptedDispatch.class)))
    public Response recall(
            @Parameter(description = "The dispatch's id") @PathParam("id") String id,
            RecallBody body,
            @Context SecurityContext security) {
        Caller caller = CallerPrincipal.of(security);
        return answer(recallDocument.recall(caller, Parameters.dispatchId(id), body.given()));
    }

    @POST
    @Path("replace")
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
        Dispatch replaced = find(caller, id);
        if (!caller.actsFor(replaced.sender())) {
            throw notFound(id);
        }
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
        return answer(acceptDispatch.accept(caller, submission));
    }

    @POST
    @Path("consent")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "consentToChange",
            summary = "Đồng ý hoặc từ chối thu hồi, cập nhật, thay thế: a recipient's answer",
            description = "Given to what waits for an answer: a recall, or else the newest update or replacement. The "
                    + "sender gets it as status 15 or 16. Consent to a recall is final: the copy is cancelled.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded now",
            content = @Content(schema = @Schema(implementation = StatusHistoryView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was answered so before; `items` is empty",
            content = @Content(schema = @Schema(implementation = StatusHistoryView.class)))
    public Response consent(
            @Parameter(description = "The delivery's id, or the dispatch's, of the document or of what changes it")
                    @PathParam("id")
                    String id,
            ConsentBody body,
            @Context SecurityContext security) {
        return switch (recordStatus.record(CallerPrincipal.of(security), body.report(Parameters.docId(id)))) {
            case StatusOutcome.Recorded recorded ->
                Response.status(recorded.repeated() ? Response.Status.OK : Response.Status.CREATED)
                        .entity(StatusHistoryView.of(recorded.entries()))
                        .build();
            case StatusOutcome.Refused refused -> throw new FailureException(refused.failure());
        };
    }

    @GET
    @Path("trail")
    @RolesNeeded({Role.EXCHANGE, Role.AUDIT})
    @Operation(
            operationId = "getTrail",
            summary = "Dấu vết: everything that happened to a document",
            description =
                    "Transport, statuses, recalls, updates and replacements: all of it for sender and auditor, that "
                            + "of its own copy for a recipient.")
    @APIResponse(
            responseCode = "200",
            description = "The trail",
            content = @Content(schema = @Schema(implementation = TrailView.class)))
    public TrailView trail(@Parameter(description = ID) @PathParam("id") String id, @Context SecurityContext security) {
        Caller caller = CallerPrincipal.of(security);
        return TrailView.of(trails.of(caller, find(caller, id)));
    }

    private Dispatch find(Caller caller, String id) {
        return mailbox.find(caller, Parameters.docId(id)).orElseThrow(() -> notFound(id));
    }

    private static FailureException notFound(String id) {
        return new FailureException(Failure.of(FailureCode.NOT_FOUND, id));
    }

    private static Response answer(AcceptOutcome outcome) {
        return switch (outcome) {
            case AcceptOutcome.Accepted accepted -> AcceptedDispatch.response(accepted);
            case AcceptOutcome.Refused refused -> throw new FailureException(refused.failure());
        };
    }
}
