package vn.lienthong.exchange.domain.oauth;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Tells applications that an answer can be fetched. Thread-safe. */
public interface ResponseNotifier {
    /**
     * Completes within some seconds, and never exceptionally: whether the application took notice.
     *
     * @param address that the operator registered; nothing else is ever asked
     */
    CompletableFuture<Boolean> tell(URI address, String responseId);
}
