package vn.lienthong.exchange.domain.webhook;

import java.util.Locale;

/** Whether a webhook is told of events. */
public enum WebhookState {
    /** Its address has not shown yet that it wants to be told. */
    PROVING,
    ACTIVE,
    /** By its owner, or since it failed for too long. */
    DISABLED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
