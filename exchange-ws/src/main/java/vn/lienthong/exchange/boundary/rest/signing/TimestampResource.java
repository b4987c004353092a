package vn.lienthong.exchange.boundary.rest.signing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienthong.exchange.application.signing.IssueTimestamp;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.domain.account.Role;

/** Timestamps as JSON; as RFC 3161 has them they are at {@code /tsa}. */
@Path("timestamps")
@Dependent
@Tag(name = "signing")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TimestampResource {
    private final IssueTimestamp timestamps;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public TimestampResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public TimestampResource(IssueTimestamp timestamps) {
        this.timestamps = timestamps;
    }

    @POST
    @RolesNeeded({Role.VERIFY, Role.SIGN})
    @Operation(operationId = "issueTimestamp", summary = "Cấp dấu thời gian: a timestamp over a digest (RFC 3161)")
    @APIResponse(
            responseCode = "200",
            description = "The timestamp",
            content = @Content(schema = @Schema(implementation = TimestampBodies.Issued.class)))
    public TimestampBodies.Issued issue(TimestampBodies.Asked asked) {
        return TimestampBodies.Issued.of(timestamps.issue(
                asked.messageImprint(), asked.policyOid(), asked.nonceNumber(), asked.withCertificates()));
    }
}
