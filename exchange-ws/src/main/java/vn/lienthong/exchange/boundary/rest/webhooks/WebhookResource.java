package vn.lienthong.exchange.boundary.rest.webhooks;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.webhook.NewSecret;
import vn.lienthong.exchange.application.webhook.OwnWebhooks;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.webhook.WebhookId;

/** Addresses that are told of events, how they were called, and calling them again. */
@Path("webhooks")
@Dependent
@Tag(name = "events")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {
    private final OwnWebhooks webhooks;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public WebhookResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public WebhookResource(OwnWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "registerWebhook",
            summary = "Đăng ký webhook: an address that is told of an agency's events",
            description =
                    "The address is asked to prove itself: it gets an event of type `vn.lienthong.webhook.validation` and "
                            + "answers 200 with the `challenge` in its data, bare or as `{\"challenge\":\"…\"}`. Calls are CloudEvents 1.0 "
                            + "in structured JSON, signed as Standard Webhooks 1.0.0 says. What is not answered with 2xx within 10 s is "
                            + "told again over 48 h; events of one conversation follow one another.")
    @APIResponse(
            responseCode = "201",
            description = "Registered; the only answer that shows the secret",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response register(WebhookBodies.Registration body, @Context SecurityContext security) {
        NewSecret made = webhooks.register(
                CallerPrincipal.of(security),
                Parameters.agency("agency", Parameters.required("agency", body.agency())),
                body.address(),
                body.kinds());
        WebhookView view = WebhookView.of(made);
        return Response.created(URI.create("webhooks/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @RolesNeeded(Role.EXCHANGE)
    @Operation(operationId = "listWebhooks", summary = "Các webhook: those of the caller's agencies")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = WebhookList.class)))
    public WebhookList list(@Context SecurityContext security) {
        return WebhookList.of(webhooks.list(CallerPrincipal.of(security)));
    }

    @GET
    @Path("{id}")
    @RolesNeeded(Role.EXCHANGE)
    @Operation(operationId = "getWebhook", summary = "Một webhook: as it is now, without its secret")
    @APIResponse(
            responseCode = "200",
            description = "The webhook",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public WebhookView get(@PathParam("id") String id, @Context SecurityContext security) {
        return webhooks.find(CallerPrincipal.of(security), id(id))
                .map(WebhookView::of)
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, id)));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "changeWebhook",
            summary = "Sửa webhook: another address, other types, disabled or enabled again",
            description = "What was still to be told is dropped when it is disabled; a replay tells it later.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public WebhookView change(
            @PathParam("id") String id, WebhookBodies.Change body, @Context SecurityContext security) {
        return WebhookView.of(
                webhooks.change(CallerPrincipal.of(security), id(id), body.address(), body.kinds(), body.active()));
    }

    @DELETE
    @Path("{id}")
    @RolesNeeded(Role.EXCHANGE)
    @Operation(operationId = "deleteWebhook", summary = "Xóa webhook: it is told nothing more")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("id") String id, @Context SecurityContext security) {
        webhooks.delete(CallerPrincipal.of(security), id(id));
    }

    @POST
    @Path("{id}/secret")
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Đổi khóa webhook: a new secret signs, and for 24 h the one before it beside it")
    @APIResponse(
            responseCode = "200",
            description = "The new secret; no other answer shows it",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public WebhookView rotate(@PathParam("id") String id, @Context SecurityContext security) {
        return WebhookView.of(webhooks.rotate(CallerPrincipal.of(security), id(id)));
    }

    @GET
    @Path("{id}/attempts")
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
                webhooks.attempts(CallerPrincipal.of(security), id(id), cursor == null ? Long.MAX_VALUE : cursor, most),
                most);
    }

    @POST
    @Path("{id}/replays")
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
        int events = webhooks.replay(CallerPrincipal.of(security), id(id), body.replay());
        return Response.accepted(new Replayed(events)).build();
    }

    private static WebhookId id(String text) {
        return new WebhookId(Parameters.docId(text).value());
    }
}
