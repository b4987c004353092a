package vn.lienthong.exchange.boundary.rest.deadlines;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienthong.exchange.application.deadline.DecideDeadlines;
import vn.lienthong.exchange.boundary.rest.access.CallerPrincipal;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.deadline.DeadlineKind;
import vn.lienthong.exchange.domain.deadline.DeadlineRule;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** How much time there is. */
@Path("deadline-rules")
@Dependent
@Tag(name = "deadlines")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class DeadlineRuleResource {
    private final DecideDeadlines decisions;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public DeadlineRuleResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public DeadlineRuleResource(DecideDeadlines decisions) {
        this.decisions = decisions;
    }

    @GET
    @RolesNeeded({})
    @Operation(
            operationId = "listDeadlineRules",
            summary = "Quy tắc thời hạn: how much time there is, by kind and urgency")
    @APIResponse(
            responseCode = "200",
            description = "The rules",
            content = @Content(schema = @Schema(implementation = RuleList.class)))
    public RuleList rules() {
        return RuleList.of(decisions.rules());
    }

    @PUT
    @Path("{kind}/{priority}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesNeeded(Role.OPERATE)
    @Operation(
            operationId = "putDeadlineRule",
            summary = "Đặt quy tắc thời hạn: it holds for open deadlines too",
            description = "An end that is warned of or marked already stays so.")
    @APIResponse(
            responseCode = "200",
            description = "The rule",
            content = @Content(schema = @Schema(implementation = RuleBody.class)))
    public RuleBody put(
            @Parameter(description = "send or receive") @PathParam("kind") String kind,
            @Parameter(description = "0 (thường) to 4 (hỏa tốc hẹn giờ)") @PathParam("priority") int priority,
            RuleBody body,
            @Context SecurityContext security) {
        if (priority < 0 || priority > DeadlineRule.MOST_PRIORITY) {
            throw notFound(Integer.toString(priority));
        }
        DeadlineRule rule = body.rule(DeadlineKind.ofWireName(kind).orElseThrow(() -> notFound(kind)), priority);
        decisions.put(CallerPrincipal.of(security), rule);
        return RuleBody.of(rule);
    }

    private static FailureException notFound(String what) {
        return new FailureException(Failure.of(FailureCode.NOT_FOUND, what));
    }
}
