package vn.lienthong.exchange.domain.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Calls the addresses of webhooks. Thread-safe. */
public interface WebhookCaller {

    /** Whether an address of this form may be called at all; where its name leads is looked at with each call. */
    boolean isPossible(URI address);

    /**
     * Completes within some seconds, and never exceptionally.
     *
     * @param fields header fields besides those that HTTP itself needs
     */
    CompletableFuture<Answer> post(URI address, Map<String, String> fields, byte[] body);

    /**
     * What came back.
     *
     * @param status null where there was no answer
     * @param error why there was none, in a few words for the webhook's owner; or empty
     * @param body the beginning of it, as text
     */
    record Answer(@Nullable Integer status, Duration took, String error, String body) {
        private static final int GONE = 410;

        public boolean taken() {
            return status != null && status / 100 == 2;
        }

        /** The address says that it wants nothing any more. */
        public boolean gone() {
            return status != null && status == GONE;
        }
    }
}
