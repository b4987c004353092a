package vn.lienthong.exchange.domain.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far the transport to one recipient has come. Source: VXP, {@code updateStatus}. */
public enum DeliveryState {
    /** Waiting; the recipient has not touched it. */
    INITIAL,
    /** The recipient has begun to take it. */
    PROCESSING,
    /** The recipient has stored it: off the received list for good. */
    DONE,
    /** The recipient could not store it: it stays on the list, and the failure is counted. */
    FAIL,
    /** The sender took it back before the recipient confirmed it: off the received list for good. */
    WITHDRAWN;

    public static Optional<DeliveryState> ofWireName(String text) {
        return Arrays.stream(values())
                .filter(state -> state.wireName().equalsIgnoreCase(text))
                .findFirst();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
