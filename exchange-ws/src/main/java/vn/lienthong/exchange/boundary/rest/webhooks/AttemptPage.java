package vn.lienthong.exchange.boundary.rest.webhooks;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.webhook.PushAttempt;

/** Calls of a webhook. */
@Schema(name = "WebhookAttemptPage", description = "Newest first; kept for 30 days")
record AttemptPage(
        @Schema(required = true) List<AttemptView> items,

        @Schema(description = "Give it as `cursor` to go on; missing on the last page", nullable = true) @Nullable String nextCursor) {

    /** One call. */
    @Schema(name = "WebhookAttempt")
    record AttemptView(
            @Schema(description = "Missing where the address was asked to prove itself", nullable = true) @Nullable String eventId,

            @Schema(required = true) Instant at,

            @Schema(description = "HTTP status of the answer; missing where there was none", nullable = true) @Nullable Integer status,

            @Schema(required = true, description = "How long it took")
            long millis,

            @Schema(description = "Why it was not taken", nullable = true) @Nullable String error,

            @Schema(required = true, description = "`taken`, `retry` or `given-up`")
            String outcome) {

        static AttemptView of(PushAttempt attempt) {
            return new AttemptView(
                    attempt.event() == null ? null : attempt.event().toString(),
                    attempt.at(),
                    attempt.status(),
                    attempt.took().toMillis(),
                    attempt.error().isEmpty() ? null : attempt.error(),
                    attempt.outcome().wireName());
        }
    }

    static AttemptPage of(List<PushAttempt> attempts, int limit) {
        return new AttemptPage(
                attempts.stream().map(AttemptView::of).toList(),
                attempts.size() < limit
                        ? null
                        : Long.toString(attempts.getLast().number()));
    }
}
