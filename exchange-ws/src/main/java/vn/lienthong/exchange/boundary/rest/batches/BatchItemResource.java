package vn.lienthong.exchange.boundary.rest.batches;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import vn.lienthong.exchange.boundary.rest.http.ContentAnswer;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.boundary.rest.signing.StoredParameters;
import vn.lienthong.exchange.boundary.text.AcceptLanguage;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.batch.BatchId;
import vn.lienthong.exchange.domain.batch.BatchItem;
import vn.lienthong.exchange.domain.batch.ItemState;
import vn.lienthong.exchange.domain.batch.SignatureBatch;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.text.Language;

/** The documents of a batch, and what became of them. */
@Path("signature-batches/{id}/items")
@Dependent
@Tag(name = "signing")
@SecurityRequirement(name = "bearer")
public class BatchItemResource {
    private final BatchRecords records;
    private final FailureTexts texts;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public BatchItemResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public BatchItemResource(BatchRecords records, FailureTexts texts) {
        this.records = records;
        this.texts = texts;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.SIGN)
    @Operation(
            operationId = "listBatchItems",
            summary = "Từng văn bản của lô ký: what became of each document, also while others are still to be signed")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = ItemView.ItemPage.class)))
    public ItemView.ItemPage items(
            @PathParam("id") String id,
            @Parameter(description = "Only those: `pending`, `claimed`, `signed` or `refused`")
                    @QueryParam("state")
                    @Nullable String state,
            @Parameter(description = "Only those behind this position") @QueryParam("after") @Nullable Integer after,
            @Parameter(description = "Rows of a page, 1 to 1000; 100 by default") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context SecurityContext security) {
        Caller caller = CallerPrincipal.of(security);
        BatchId batch = BatchIds.of(id);
        int most = Parameters.between("limit", limit, Page.FIRST.size(), 1, Page.MOST);
        SignatureForm form = form(records.batch(caller, batch));
        Language preferred = AcceptLanguage.preferred(language);
        List<BatchItem> rows = records.items(
                caller,
                batch,
                state(state),
                Parameters.between("after", after, 0, 0, SignatureBatch.MOST_DOCUMENTS),
                most);
        return new ItemView.ItemPage(
                rows.stream()
                        .map(item -> ItemView.of(item, form, texts, preferred))
                        .toList(),
                rows.size() < most ? null : rows.getLast().position());
    }

    @GET
    @Path("{position}/signed")
    @Produces(MediaType.WILDCARD)
    @RolesNeeded(Role.SIGN)
    @Operation(operationId = "getBatchResult", summary = "Văn bản đã ký: one signed file of a batch")
    @APIResponse(
            responseCode = "200",
            description = "The signed file; its Content-Type names the form",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response signed(
            @PathParam("id") String id, @PathParam("position") int position, @Context SecurityContext security) {
        Caller caller = CallerPrincipal.of(security);
        BatchId batch = BatchIds.of(id);
        SignatureForm form = form(records.batch(caller, batch));
        ContentRef signed = Parameters.required(
                "signed", records.signed(caller, batch, position).signed());
        return ContentAnswer.of(signed, form.mediaType(), records.open(signed));
    }

    private static SignatureForm form(SignatureBatch batch) {
        return StoredParameters.form(batch.order().terms());
    }

    private static @Nullable ItemState state(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(ItemState.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> Parameters.invalid("state"));
    }
}
