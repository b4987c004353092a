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

        @Schema(description = "For nack: nobody gets it before; 0 to 86400, 60 by default", nullable = true) @Nullable Integer delaySeconds,

        @Schema(description = "For nack: why, up to 500 characters; the sender may read it", nullable = true) @Nullable String reason) {

    LeaseToken token() {
        return DocId.parse(Parameters.required("leaseToken", leaseToken))
                .map(id -> new LeaseToken(id.value()))
                .orElseThrow(() -> Parameters.invalid("leaseToken"));
    }

    Duration visibility() {
        return LeaseBody.visibility(visibilitySeconds);
    }

    String why() {
        return reason == null ? "" : reason;
    }

    Duration delay() {
        return Parameters.seconds("delaySeconds", delaySeconds, Duration.ofMinutes(1), Duration.ofDays(1));
    }
}
