package vn.lienthong.exchange.domain.delivery;

import java.time.Instant;

/** A received message that is hidden from other consumers of the mailbox until a time. */
public record Lease(ReceivedMessage message, LeaseToken token, Instant until) {}
