package vn.lienthong.exchange.boundary.rest.dispatches;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import vn.lienthong.exchange.application.delivery.Mailbox;
import vn.lienthong.exchange.application.receipt.EvidenceOutcome;
import vn.lienthong.exchange.application.receipt.ProveDispatch;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** What proves a dispatch to anybody, offline. */
@Path("dispatches")
@Dependent
@Tag(name = "dispatches")
@SecurityRequirement(name = "bearer")
public class EvidenceResource {
    private static final String ZIP = "application/zip";

    private final ProveDispatch prove;
    private final Mailbox mailbox;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public EvidenceResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public EvidenceResource(ProveDispatch prove, Mailbox mailbox) {
        this.prove = prove;
        this.mailbox = mailbox;
    }

    @GET
    @Path("{id}/receipt")
    @Produces(ZIP)
    @RolesNeeded({Role.EXCHANGE, Role.AUDIT})
    @Operation(
            operationId = "getReceipt",
            summary =
                    "Biên nhận: the sealed proof that the dispatch was accepted; the same octets whenever it is asked for",
            description = "409 evidence-pending with Retry-After until the entry is sealed, a second or two.")
    @APIResponse(
            responseCode = "200",
            description = "An evidence file with the acceptance alone; `lienthong verify` judges it offline",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response receipt(
            @Parameter(description = "The dispatch's id, or the delivery's for a recipient") @PathParam("id") String id,
            @Context SecurityContext security) {
        Caller caller = CallerPrincipal.of(security);
        return answer("receipt", prove.receipt(caller, dispatch(caller, id)));
    }

    @GET
    @Path("{id}/evidence")
    @Produces(ZIP)
    @RolesNeeded({Role.EXCHANGE, Role.AUDIT})
    @Operation(
            operationId = "getEvidence",
            summary = "Hồ sơ bằng chứng: everything that is on record about the dispatch, sealed and timestamped",
            description =
                    "All of it for its sender and auditors; the acceptance and its own copy's way for a recipient. "
                            + "409 evidence-pending with Retry-After while an entry waits for its seal.")
    @APIResponse(
            responseCode = "200",
            description = "An evidence file; `lienthong verify` judges it offline",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response evidence(
            @Parameter(description = "The dispatch's id, or the delivery's for a recipient") @PathParam("id") String id,
            @Context SecurityContext security) {
        Caller caller = CallerPrincipal.of(security);
        return answer("evidence", prove.evidence(caller, dispatch(caller, id)));
    }

    private DispatchId dispatch(Caller caller, String id) {
        return mailbox.find(caller, Parameters.docId(id))
                .map(Dispatch::id)
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, id)));
    }

    private static Response answer(String name, EvidenceOutcome outcome) {
        return switch (outcome) {
            case EvidenceOutcome.Ready ready -> {
                StreamingOutput octets = ready::writeTo;
                yield Response.ok(octets, ZIP)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".zip\"")
                        .build();
            }
            case EvidenceOutcome.Pending pending -> {
                Failure failure = pending.failure();
                throw new FailureException(
                        new Failure(failure.code(), failure.arguments(), failure.findings(), pending.retryAfter()));
            }
            case EvidenceOutcome.Refused refused -> throw new FailureException(refused.failure());
        };
    }
}
