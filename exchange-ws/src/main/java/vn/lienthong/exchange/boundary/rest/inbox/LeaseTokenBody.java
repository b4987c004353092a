package vn.lienthong.exchange.boundary.rest.inbox;

import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.LeaseToken;

/** What the holder of a lease says. */
@Schema(name = "LeaseHolder")
record LeaseTokenBody(
        @Schema(required = true, format = "uuid", description = "Of the present lease; an older one is refused")
        @Nullable String leaseToken,

        @Schema(description = "For renew: 1 to 3600; 300 by default", nullable = true) @Nullable Integer visibilitySeconds,

        @Schema(description = "For nack: nobody gets it before; 0 to 86400, 60 by default", nullable = true) @Nullable Integer delaySeconds) {

    LeaseToken token() {
        return DocId.parse(Parameters.required("leaseToken", leaseToken))
                .map(id -> new LeaseToken(id.value()))
                .orElseThrow(() -> Parameters.invalid("leaseToken"));
    }

    Duration visibility() {
        return LeaseBody.visibility(visibilitySeconds);
    }

    Duration delay() {
        return Parameters.seconds("delaySeconds", delaySeconds, Duration.ofMinutes(1), Duration.ofDays(1));
    }
}
