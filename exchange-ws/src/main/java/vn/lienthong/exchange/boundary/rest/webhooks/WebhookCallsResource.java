package vn.lienthong.exchange.boundary.rest.webhooks;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.webhook.OwnWebhooks;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.delivery.Page;

/** How a webhook was called, and calling it again. */
@Path("webhooks/{id}")
@Dependent
@Tag(name = "events")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class WebhookCallsResource {
    private final OwnWebhooks webhooks;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public WebhookCallsResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public WebhookCallsResource(OwnWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GET
    @Path("attempts")
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "listWebhookAttempts",
            summary = "Các lần gọi webhook: when, what it answered, how long it took, why it failed")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = AttemptPage.class)))
    public AttemptPage attempts(
            @PathParam("id") String id,
            @Parameter(description = "Rows of a page, 1 to 1000; 100 by default") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "`nextCursor` of the page before") @QueryParam("cursor") @Nullable Long cursor,
            @Context SecurityContext security) {
        int most = Parameters.between("limit", limit, Page.FIRST.size(), 1, Page.MOST);
        return AttemptPage.of(
                webhooks.attempts(
                        CallerPrincipal.of(security),
                        WebhookResource.id(id),
                        cursor == null ? Long.MAX_VALUE : cursor,
                        most),
                most);
    }

    @POST
    @Path("replays")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "replayEvents",
            summary = "Gửi lại sự kiện: one event, or those of a span of time, are told again",
            description =
                    "With the same `webhook-id`, so that a receiver knows what it has. Of a span the types that the webhook "
                            + "wants; of events that are kept no more, nothing.")
    @APIResponse(
            responseCode = "202",
            description = "They are being told",
            content = @Content(schema = @Schema(implementation = Replayed.class)))
    public Response replay(@PathParam("id") String id, WebhookBodies.Again body, @Context SecurityContext security) {
        int events = webhooks.replay(CallerPrincipal.of(security), WebhookResource.id(id), body.replay());
        return Response.accepted(new Replayed(events)).build();
    }
}
