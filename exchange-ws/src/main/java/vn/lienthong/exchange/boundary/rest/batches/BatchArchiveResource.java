package vn.lienthong.exchange.boundary.rest.batches;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.batch.BatchRecords;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.signing.StoredParameters;
import vn.lienthong.exchange.boundary.text.AcceptLanguage;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.batch.BatchId;

/** The signed files of a batch in one. */
@Path("signature-batches/{id}/signed.zip")
@Dependent
@Tag(name = "signing")
@SecurityRequirement(name = "bearer")
public class BatchArchiveResource {
    private static final String ZIP = "application/zip";

    private final BatchRecords records;
    private final FailureTexts texts;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public BatchArchiveResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public BatchArchiveResource(BatchRecords records, FailureTexts texts) {
        this.records = records;
        this.texts = texts;
    }

    @GET
    @Produces(ZIP)
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "getBatchResults",
            summary = "Mọi văn bản đã ký của lô: all files that are signed so far, as one ZIP",
            description = "Names begin with the position; the last entry, `" + ResultArchive.LIST
                    + "`, has a line of JSON for " + "each document of the batch, also for those that were refused.")
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response archive(
            @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context SecurityContext security) {
        Caller caller = CallerPrincipal.of(security);
        BatchId batch = BatchIds.of(id);
        ResultArchive archive = new ResultArchive(
                records,
                StoredParameters.form(records.batch(caller, batch).order().terms()),
                texts,
                AcceptLanguage.preferred(language));
        StreamingOutput body =
                out -> archive.write(after -> records.items(caller, batch, null, after, ResultArchive.AT_ONCE), out);
        return Response.ok(body, ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + batch + ".zip\"")
                .build();
    }
}
