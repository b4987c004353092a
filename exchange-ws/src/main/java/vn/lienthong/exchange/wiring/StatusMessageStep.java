package vn.lienthong.exchange.wiring;

import java.time.Duration;
import vn.lienthong.exchange.application.dispatch.SendStatusMessages;

/** Sends the status messages that the outbox holds, again and again. */
record StatusMessageStep(SendStatusMessages messages) implements BackgroundWork.Step {
    /** How late a status may arrive at its sender when nothing else waits: unnoticed by people, cheap to ask. */
    static final Duration INTERVAL = Duration.ofMillis(500);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    @Override
    public Duration run() {
        return messages.run() == SendStatusMessages.AT_ONCE ? Duration.ZERO : INTERVAL;
    }

    @Override
    public Duration afterFailure() {
        return AFTER_FAILURE;
    }
}
