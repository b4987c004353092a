package vn.lienthong.exchange.application.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.dispatch.Dispatches.KeyedRequest;
import vn.lienthong.exchange.domain.dispatch.IdempotencyKey;

/**
 * A request under the client's own name for it.
 *
 * @param caller keys of different callers have nothing to do with each other
 * @param request what was asked for; the same key with something else is refused
 */
record RequestKey(String caller, IdempotencyKey key, KeyedRequest request) {

    /** The request's key, or null if the client gave it none. */
    static @Nullable RequestKey of(Caller caller, Submission submission, NewDispatch planned) {
        IdempotencyKey key = submission.idempotencyKey();
        if (key == null) {
            return null;
        }
        String asked = planned.dispatch().content().digest() + " "
                + planned.dispatch().sender() + " " + planned.recipients().keySet();
        KeyedRequest request =
                new KeyedRequest(digest(asked), planned.dispatch().id());
        return new RequestKey(caller.name(), key, request);
    }

    private static Sha256Digest digest(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Sha256Digest.of(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
