package vn.lienthong.exchange.boundary.rest.setaside;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.delivery.DeliveryAttempt;

/** What was tried with a delivery. */
@Schema(name = "DeliveryAttemptList", description = "Oldest first; of more than 1000 the last ones")
record DeliveryAttemptList(@Schema(required = true) List<AttemptView> items) {

    /** One of them. */
    @Schema(name = "DeliveryAttempt")
    record AttemptView(
            @Schema(
                    required = true,
                    enumeration = {"leased", "expired", "renewed", "nacked", "confirmed", "set-aside", "restored"})
            String kind,

            @Schema(required = true) Instant at,

            @Schema(required = true, description = "Whose token it was")
            String actor,

            @Schema(description = "In the words of who gave it back", nullable = true) @Nullable String reason,

            @Schema(description = "The end of the lease, or of the delay that was asked for", nullable = true) @Nullable Instant until) {}

    static DeliveryAttemptList of(List<DeliveryAttempt> attempts) {
        return new DeliveryAttemptList(attempts.stream()
                .map(attempt -> new AttemptView(
                        attempt.kind().wireName(),
                        attempt.at(),
                        attempt.actor(),
                        attempt.reason().isEmpty() ? null : attempt.reason(),
                        attempt.until()))
                .toList());
    }
}
