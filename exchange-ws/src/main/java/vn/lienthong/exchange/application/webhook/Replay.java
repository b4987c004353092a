package vn.lienthong.exchange.application.webhook;

import java.time.Instant;
import java.util.UUID;

/** What is to be told again. */
public sealed interface Replay {
    /** One event. */
    record One(UUID event) implements Replay {}

    /** What happened from a time on and before another. */
    record Span(Instant from, Instant to) implements Replay {}
}
