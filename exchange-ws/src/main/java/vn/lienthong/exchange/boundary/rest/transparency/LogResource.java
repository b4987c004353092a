package vn.lienthong.exchange.boundary.rest.transparency;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.receipt.PublicLog;
import vn.lienthong.exchange.boundary.rest.access.OpenToStrangers;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** The transparency log: what anybody may watch, so that nobody can rewrite it unseen, its operator included. */
@Path("log")
@Dependent
@Tag(name = "log")
@SecurityRequirementsSet
@Produces(MediaType.APPLICATION_JSON)
public class LogResource {
    private static final int MOST_HASHES = 1000;

    private final PublicLog log;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public LogResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public LogResource(PublicLog log) {
        this.log = log;
    }

    @GET
    @Path("head")
    @OpenToStrangers
    @Operation(
            operationId = "getLogHead",
            summary = "Đầu nhật ký: the newest sealed and timestamped tree head, or that of a batch",
            description = "Without a token, at a pace. 404 before the first batch.")
    @APIResponse(
            responseCode = "200",
            description = "The head, exactly as sealed",
            content = @Content(schema = @Schema(implementation = LogHeadView.class)))
    public LogHeadView head(
            @Parameter(description = "Number of a batch; the newest where there is none") @QueryParam("batch") @Nullable Long batch) {
        return log.head(Optional.ofNullable(batch))
                .map(LogHeadView::of)
                .orElseThrow(() -> notFound(batch == null ? "head" : Long.toString(batch)));
    }

    @GET
    @Path("consistency")
    @OpenToStrangers
    @Operation(
            operationId = "getLogConsistency",
            summary =
                    "Chứng minh nhất quán: that the log of one size grew out of the log of another, with nothing changed",
            description =
                    "Without a token, at a pace. The size of a log is the number of heads in its tree; the head of "
                            + "batch N names the root of size N - 1.")
    @APIResponse(
            responseCode = "200",
            description = "The proof of RFC 9162 §2.1.4",
            content = @Content(schema = @Schema(implementation = LogConsistencyView.class)))
    public LogConsistencyView consistency(
            @Parameter(description = "Size of the earlier tree, from 1") @QueryParam("first") @Nullable Long first,
            @Parameter(description = "Size of the later tree, up to the newest batch") @QueryParam("second") @Nullable Long second) {
        long from = Parameters.required("first", first);
        long to = Parameters.required("second", second);
        return log.consistency(from, to)
                .map(proof -> new LogConsistencyView(from, to, LogProofView.hex(proof.path())))
                .orElseThrow(() -> notFound(from + "-" + to));
    }

    @GET
    @Path("proof")
    @OpenToStrangers
    @Operation(
            operationId = "getLogProof",
            summary = "Chứng minh có trong nhật ký: that the head of a batch is in the log's tree of a size",
            description = "Without a token, at a pace.")
    @APIResponse(
            responseCode = "200",
            description = "The proof of RFC 9162 §2.1.3",
            content = @Content(schema = @Schema(implementation = LogProofView.class)))
    public LogProofView proof(
            @Parameter(description = "Number of the batch") @QueryParam("batch") @Nullable Long batch,
            @Parameter(description = "Size of the tree, from `batch` on") @QueryParam("size") @Nullable Long size) {
        long number = Parameters.required("batch", batch);
        long of = Parameters.required("size", size);
        return log.proof(number, of).map(LogProofView::of).orElseThrow(() -> notFound(number + "/" + of));
    }

    @GET
    @Path("entry-proof")
    @OpenToStrangers(cost = 5)
    @Operation(
            operationId = "getLogEntryProof",
            summary = "Vị trí của một mục: the salted hash of an entry and its way to the root of its batch",
            description =
                    "Without a token, at a pace. What was logged is not told, nor can it be guessed: hashes are salted.")
    @APIResponse(
            responseCode = "200",
            description = "The proof of RFC 9162 §2.1.3 within the batch",
            content = @Content(schema = @Schema(implementation = LogEntryView.class)))
    public LogEntryView entryProof(
            @Parameter(description = "The entry's sequence in the whole log, from 1") @QueryParam("sequence") @Nullable Long sequence) {
        long number = Parameters.required("sequence", sequence);
        return log.entry(number).map(LogEntryView::of).orElseThrow(() -> notFound(Long.toString(number)));
    }

    @GET
    @Path("heads")
    @OpenToStrangers(cost = 2)
    @Operation(
            operationId = "listLogHeads",
            summary = "Giá trị băm các đầu cây: the leaves of the log's tree, for whoever keeps all of it",
            description = "Without a token, at a pace.")
    @APIResponse(
            responseCode = "200",
            description = "A run of hashes",
            content = @Content(schema = @Schema(implementation = LogHashesView.class)))
    public LogHashesView heads(
            @Parameter(description = "Number of the first batch, from 1") @QueryParam("first") @Nullable Long first,
            @Parameter(description = "1 to 1000; 100 by default") @QueryParam("limit") @Nullable Integer limit) {
        long from = from(first);
        return new LogHashesView(from, LogProofView.hex(log.heads(from, limit(limit))));
    }

    @GET
    @Path("entries")
    @OpenToStrangers(cost = 2)
    @Operation(
            operationId = "listLogEntries",
            summary = "Giá trị băm các mục: the salted hashes of entries, and nothing of what they say",
            description =
                    "Without a token, at a pace. They are the leaves of the trees whose roots the batches' heads name.")
    @APIResponse(
            responseCode = "200",
            description = "A run of hashes",
            content = @Content(schema = @Schema(implementation = LogHashesView.class)))
    public LogHashesView entries(
            @Parameter(description = "Sequence of the first entry, from 1") @QueryParam("first") @Nullable Long first,
            @Parameter(description = "1 to 1000; 100 by default") @QueryParam("limit") @Nullable Integer limit) {
        long from = from(first);
        return new LogHashesView(from, LogProofView.hex(log.entries(from, limit(limit))));
    }

    private static long from(@Nullable Long first) {
        long from = Parameters.required("first", first);
        if (from < 1 || from > Long.MAX_VALUE - MOST_HASHES) {
            throw Parameters.invalid("first");
        }
        return from;
    }

    private static int limit(@Nullable Integer limit) {
        return Parameters.between("limit", limit, 100, 1, MOST_HASHES);
    }

    private static FailureException notFound(String what) {
        return new FailureException(Failure.of(FailureCode.NOT_FOUND, what));
    }
}
