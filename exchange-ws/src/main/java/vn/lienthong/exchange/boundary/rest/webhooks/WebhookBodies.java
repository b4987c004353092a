package vn.lienthong.exchange.boundary.rest.webhooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.webhook.Replay;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.event.EventKind;

/** What is said of webhooks in requests. */
final class WebhookBodies {
    private static final int MOST_TYPES = 50;

    private WebhookBodies() {}

    /** A new one. */
    @Schema(name = "NewWebhook")
    record Registration(
            @Schema(required = true, description = "Whose events; one of the caller's", examples = "000.00.00.G06")
            @Nullable String agency,

            @Schema(required = true, description = "`https`", format = "uri") @Nullable String url,

            @Schema(description = "Only events of these types; all where it is missing or empty", nullable = true)
            @Nullable List<String> types) {

        URI address() {
            return WebhookBodies.address(Parameters.required("url", url));
        }

        Set<EventKind> kinds() {
            return types == null ? Set.of() : WebhookBodies.kinds(types);
        }
    }

    /** What changes; what is missing stays. */
    @Schema(name = "WebhookChange")
    record Change(
            @Schema(description = "A new address has to prove itself", nullable = true) @Nullable String url,

            @Schema(nullable = true) @Nullable List<String> types,

            @Schema(description = "`true` has it prove itself again where it is not active", nullable = true) @Nullable Boolean active) {

        @Nullable URI address() {
            return url == null ? null : WebhookBodies.address(url);
        }

        @Nullable Set<EventKind> kinds() {
            return types == null ? null : WebhookBodies.kinds(types);
        }
    }

    /** What is told again: one event, or a span of time. */
    @Schema(name = "WebhookReplay")
    record Again(
            @Schema(description = "This event", format = "uuid", nullable = true) @Nullable String eventId,

            @Schema(description = "Or what happened from then on", nullable = true, examples = "2026-12-01T00:00:00Z")
            @Nullable String from,

            @Schema(description = "and before then", nullable = true) @Nullable String to) {

        Replay replay() {
            if (eventId != null) {
                if (from != null || to != null) {
                    throw Parameters.invalid("eventId");
                }
                return new Replay.One(Parameters.docId(eventId).value());
            }
            Instant begin = time("from", Parameters.required("from", from));
            Instant end = time("to", Parameters.required("to", to));
            if (!begin.isBefore(end)) {
                throw Parameters.invalid("to");
            }
            return new Replay.Span(begin, end);
        }

        private static Instant time(String name, String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw Parameters.invalid(name);
            }
        }
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw Parameters.invalid("url");
        }
    }

    private static Set<EventKind> kinds(List<String> types) {
        if (types.size() > MOST_TYPES) {
            throw Parameters.invalid("types");
        }
        return types.stream()
                .map(type -> EventKind.ofType(type).orElseThrow(() -> Parameters.invalid("types")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
