package vn.lienthong.exchange.boundary.rest.inbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.delivery.Mailbox;
import vn.lienthong.exchange.application.delivery.Transport;
import vn.lienthong.exchange.application.delivery.TransportOutcome;
import vn.lienthong.exchange.application.dispatch.Links;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Cursor;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.delivery.Lease;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.delivery.ReceivedMessage;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Messages that are received. */
@Path("inbox")
@Dependent
@Tag(name = "inbox")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class InboxResource {
    private final Mailbox mailbox;
    private final Transport transport;
    private final Links links;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public InboxResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public InboxResource(Mailbox mailbox, Transport transport, Links links) {
        this.mailbox = mailbox;
        this.transport = transport;
        this.links = links;
    }

    @GET
    @RolesNeeded(Role.EXCHANGE)
    @Operation(operationId = "listInbox", summary = "Danh sách chờ nhận: what waits, leased or not; nothing changes")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = InboxPage.class)))
    public InboxPage waiting(
            @Parameter(description = "Only for these of the caller's agencies") @QueryParam("agency")
                    List<String> agencies,
            @Parameter(description = "`edoc` (default) or `status`") @QueryParam("type") @Nullable String type,
            @Parameter(description = "Rows of a page, 1 to 1000; 100 by default") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "`nextCursor` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Context SecurityContext security) {
        Page page = Cursor.page(cursor, limit);
        ReceivedQuery query =
                new ReceivedQuery(Parameters.agencies("agency", agencies), Parameters.type(type), null, null, page);
        Caller caller = CallerPrincipal.of(security);
        List<ReceivedMessage> rows = mailbox.received(caller, query);
        return InboxPage.of(
                rows,
                links.of(caller, rows.stream().map(ReceivedMessage::dispatch).toList()),
                page);
    }

    @POST
    @Path("leases")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "leaseDeliveries",
            summary = "Nhận văn bản: take what waits, hidden from other consumers for a while",
            description =
                    "Fetch each content, store it, then `ack`. Without an ack it comes up again when the lease ends.")
    @APIResponse(
            responseCode = "200",
            description = "What was leased",
            content = @Content(schema = @Schema(implementation = LeaseList.class)))
    public LeaseList lease(LeaseBody body, @Context SecurityContext security) {
        Caller caller = CallerPrincipal.of(security);
        List<Lease> leases = transport.lease(
                caller, body.recipients(), Parameters.type(body.type()), body.most(), body.visibility());
        return LeaseList.of(
                leases,
                links.of(
                        caller,
                        leases.stream().map(lease -> lease.message().dispatch()).toList()));
    }

    @POST
    @Path("leases/{deliveryId}/renew")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(operationId = "renewLease", summary = "Gia hạn: the lease ends later")
    @APIResponse(
            responseCode = "200",
            description = "Renewed",
            content = @Content(schema = @Schema(implementation = DeliveryStateView.class)))
    public DeliveryStateView renew(
            @PathParam("deliveryId") String deliveryId, LeaseTokenBody body, @Context SecurityContext security) {
        return answer(
                deliveryId,
                transport.renew(
                        CallerPrincipal.of(security),
                        Parameters.deliveryId(deliveryId),
                        body.token(),
                        body.visibility()));
    }

    @POST
    @Path("leases/{deliveryId}/ack")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "ackDelivery",
            summary = "Xác nhận đã nhận: stored by the recipient, off the list for good",
            description = "Harmless when repeated with the same token.")
    @APIResponse(
            responseCode = "200",
            description = "Done",
            content = @Content(schema = @Schema(implementation = DeliveryStateView.class)))
    public DeliveryStateView ack(
            @PathParam("deliveryId") String deliveryId, LeaseTokenBody body, @Context SecurityContext security) {
        return answer(
                deliveryId,
                transport.ack(CallerPrincipal.of(security), Parameters.deliveryId(deliveryId), body.token()));
    }

    @POST
    @Path("leases/{deliveryId}/nack")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "nackDelivery",
            summary = "Trả lại: back on the list, for nobody before the delay has passed",
            description =
                    "The tenth time it is set aside instead: off the list, until its sender or an operator restores it. Both "
                            + "sides get an event of it.")
    @APIResponse(
            responseCode = "200",
            description = "Given back",
            content = @Content(schema = @Schema(implementation = DeliveryStateView.class)))
    public DeliveryStateView nack(
            @PathParam("deliveryId") String deliveryId, LeaseTokenBody body, @Context SecurityContext security) {
        return answer(
                deliveryId,
                transport.nack(
                        CallerPrincipal.of(security),
                        Parameters.deliveryId(deliveryId),
                        body.token(),
                        body.delay(),
                        body.why()));
    }

    private static DeliveryStateView answer(String deliveryId, TransportOutcome outcome) {
        return switch (outcome) {
            case TransportOutcome.Updated updated -> DeliveryStateView.of(deliveryId, updated);
            case TransportOutcome.Refused refused -> throw new FailureException(refused.failure());
        };
    }
}
