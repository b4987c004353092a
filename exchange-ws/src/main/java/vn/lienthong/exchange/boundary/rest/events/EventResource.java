package vn.lienthong.exchange.boundary.rest.events;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.event.AwaitEvents;
import vn.lienthong.exchange.application.event.FeedQuery;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.event.EventKind;

/** What happened, in an order that a reader can rely on. */
@Path("events")
@Dependent
@Tag(name = "events")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class EventResource {
    private final LongPoll longPoll;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public EventResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public EventResource(LongPoll longPoll) {
        this.longPoll = longPoll;
    }

    @GET
    @RolesNeeded(Role.EXCHANGE)
    @Operation(
            operationId = "listEvents",
            summary = "Dòng sự kiện: what happened to what the caller's agencies sent and received",
            description =
                    "Without `after` all that is kept, 30 days; `after=latest` begins with what is to come. Keep `nextCursor` "
                            + "where you keep your own data and give it as `after`: no event is missed, whenever it was committed, and "
                            + "an event is seen again only where you ask for it again. With `wait` an empty page is held back until "
                            + "something happens or the time is up.")
    @APIResponse(
            responseCode = "200",
            description = "The next events",
            content = @Content(schema = @Schema(implementation = EventPage.class)))
    @APIResponse(responseCode = "410", description = "events-forgotten")
    @APIResponse(responseCode = "429", description = "rate-limited: too many of the caller's requests wait")
    public void events(
            @Parameter(description = "Only for these of the caller's agencies") @QueryParam("agency")
                    List<String> agencies,
            @Parameter(description = "Only events of these types") @QueryParam("type") List<String> types,
            @Parameter(description = "`nextCursor` of the page before, or `latest`") @QueryParam("after") @Nullable String after,
            @Parameter(description = "Events of a page, 1 to 1000; 100 by default") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "How many seconds to wait for the first event, 0 to 60; 0 by default")
                    @QueryParam("wait")
                    @Nullable Integer wait,
            @Context SecurityContext security,
            @Suspended AsyncResponse answer) {
        FeedQuery query = new FeedQuery(
                Parameters.agencies("agency", agencies),
                kinds(types),
                after,
                Parameters.between("limit", limit, Page.FIRST.size(), 1, Page.MOST));
        Duration longest = Parameters.seconds("wait", wait, Duration.ZERO, AwaitEvents.LONGEST);
        longPoll.answer(CallerPrincipal.of(security), query, longest, answer);
    }

    static Set<EventKind> kinds(List<String> types) {
        return types.stream()
                .map(type -> EventKind.ofType(type).orElseThrow(() -> Parameters.invalid("type")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
