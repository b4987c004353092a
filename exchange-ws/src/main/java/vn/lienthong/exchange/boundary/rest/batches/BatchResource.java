package vn.lienthong.exchange.boundary.rest.batches;

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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.batch.AcceptBatch;
import vn.lienthong.exchange.application.batch.BatchIntake;
import vn.lienthong.exchange.application.batch.BatchRecords;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Cursor;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.delivery.Page;

/** Many documents signed by one request. */
@Path("signature-batches")
@Dependent
@Tag(name = "signing")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class BatchResource {
    private final AcceptBatch accept;
    private final BatchRecords records;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public BatchResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public BatchResource(AcceptBatch accept, BatchRecords records) {
        this.accept = accept;
        this.records = records;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "signBatch",
            summary = "Ký một lô tới 10.000 văn bản: sign up to 10,000 documents, one signature each",
            description =
                    "The documents stream to stable storage. When this answers 202 each of them will be signed or "
                            + "refused, once, whatever happens to the server meanwhile; ask for the batch to see how far it is. Whether "
                            + "the key may be used is asked before the documents come, and again for each signature: a key that is "
                            + "disabled or used up in between refuses the rest, and what is signed stays.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = BatchFormSchema.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted now",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Accepted before, under that Idempotency-Key",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    public Response sign(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Parameter(description = "The client's name for this request: 1 to 128 printable ASCII characters")
                    @HeaderParam("Idempotency-Key")
                    @Nullable String idempotencyKey,
            @Parameter(hidden = true) InputStream body,
            @Context SecurityContext security)
            throws IOException {
        Caller caller = CallerPrincipal.of(security);
        BatchIntake.Accepted accepted;
        try (BatchForm form = new BatchForm(accept, caller)) {
            accepted = form.read(contentType, body, Parameters.idempotencyKey(idempotencyKey));
        }
        BatchView view = BatchView.of(records.standing(caller, accepted.batch()));
        return (accepted.repeated() ? Response.ok(view) : Response.accepted(view))
                .location(URI.create("signature-batches/" + view.id()))
                .build();
    }

    @GET
    @RolesNeeded(Role.SIGN)
    @Operation(operationId = "listBatches", summary = "Danh sách lô ký của mình: the caller's batches, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = BatchView.BatchPage.class)))
    public BatchView.BatchPage list(
            @Parameter(description = "Rows of a page, 1 to 1000; 100 by default") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "`nextCursor` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Context SecurityContext security) {
        Page page = Cursor.page(cursor, limit);
        return BatchView.BatchPage.of(records.all(CallerPrincipal.of(security), page), page);
    }

    @GET
    @Path("{id}")
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "getBatch",
            summary = "Tiến độ của lô ký: how far a batch is, how fast, and when it will be done")
    @APIResponse(
            responseCode = "200",
            description = "The batch",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    public BatchView get(@PathParam("id") String id, @Context SecurityContext security) {
        return BatchView.of(records.standing(CallerPrincipal.of(security), BatchIds.of(id)));
    }

    @POST
    @Path("{id}/cancellation")
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "cancelBatch",
            summary = "Hủy phần chưa ký của lô: what was not begun is not signed any more; what is signed stays")
    @APIResponse(
            responseCode = "200",
            description = "The batch",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    public BatchView cancel(@PathParam("id") String id, @Context SecurityContext security) {
        return BatchView.of(records.cancel(CallerPrincipal.of(security), BatchIds.of(id)));
    }
}
