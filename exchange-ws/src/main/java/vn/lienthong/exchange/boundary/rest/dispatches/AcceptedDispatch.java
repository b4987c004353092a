package vn.lienthong.exchange.boundary.rest.dispatches;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.failure.FailureException;

/** The answer to a message that was accepted: the same however often it is sent. */
@Schema(name = "AcceptedDispatch", description = "The message is on stable storage and on its way to each recipient")
record AcceptedDispatch(
        @Schema(required = true, format = "uuid") String id,

        @Schema(required = true) String documentId,

        @Schema(required = true) Instant acceptedAt,

        @Schema(required = true, description = "SHA-256 of the content, lower-case hexadecimal")
        String sha256,

        @Schema(required = true, description = "Length of the content, in octets")
        long length,

        @Schema(required = true, description = "By their present identifiers", examples = "[\"000.00.00.G06\"]")
        List<String> recipients) {

    /**
     * 201 with where it is, or 200 where it was accepted before; the same body either way.
     *
     * @throws FailureException what was refused
     */
    static Response answer(AcceptOutcome outcome) {
        return switch (outcome) {
            case AcceptOutcome.Accepted accepted -> response(accepted);
            case AcceptOutcome.Refused refused -> throw new FailureException(refused.failure());
        };
    }

    private static Response response(AcceptOutcome.Accepted accepted) {
        AcceptedDispatch body = of(accepted);
        return accepted.repeated()
                ? Response.ok(body).build()
                : Response.created(URI.create("dispatches/" + body.id()))
                        .entity(body)
                        .build();
    }

    private static AcceptedDispatch of(AcceptOutcome.Accepted accepted) {
        return new AcceptedDispatch(
                accepted.id().toString(),
                accepted.documentId().value(),
                accepted.acceptedAt(),
                accepted.content().digest().hex(),
                accepted.content().length(),
                accepted.recipients().stream().map(OrganId::value).toList());
    }
}
