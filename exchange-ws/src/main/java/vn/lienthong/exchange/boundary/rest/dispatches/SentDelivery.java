package vn.lienthong.exchange.boundary.rest.dispatches;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.delivery.SentMessage;

/** A message on its way to one recipient, as its sender sees it. */
@Schema(name = "SentDelivery", description = "The way of a message to one recipient")
record SentDelivery(
        @Schema(required = true, format = "uuid") String deliveryId,

        @Schema(required = true, description = "The receiving agency")
        String recipient,

        @Schema(
                required = true,
                enumeration = {"initial", "processing", "done", "fail", "withdrawn"})
        String state,

        @Schema(required = true, description = "How often the recipient's system could not take it")
        int failures,

        @Schema(required = true) Instant updatedAt,

        @Schema(description = "When the recipient confirmed", nullable = true) @Nullable Instant receivedAt,

        @Schema(description = "When the sender took it back: never received, or the recipient agreed", nullable = true)
        @Nullable Instant withdrawnAt,

        @Schema(description = "The business status that holds of this recipient's copy, 01 to 16", nullable = true)
        @Nullable String latestStatus) {

    static SentDelivery of(SentMessage sent) {
        return new SentDelivery(
                sent.delivery().toString(),
                sent.recipient().value(),
                sent.state().wireName(),
                sent.failures(),
                sent.updatedAt(),
                sent.receivedAt(),
                sent.withdrawnAt(),
                sent.latestStatus() == null ? null : sent.latestStatus().code());
    }
}
