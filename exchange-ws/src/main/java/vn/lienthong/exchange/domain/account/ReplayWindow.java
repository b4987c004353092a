package vn.lienthong.exchange.domain.account;

import java.time.Instant;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/**
 * The authenticated requests of the last minutes, shared by all nodes. Thread-safe.
 *
 * <p>A request is known by what its signature covers, never by the signature's own octets: an ECDSA signature has a
 * second valid form that anybody can compute.
 */
public interface ReplayWindow {

    /**
     * The request is remembered at least until then.
     *
     * @param until when its timestamp is stale, so that it is refused for that
     * @return whether this is its first appearance, on whatever node
     * @throws vn.lienthong.exchange.domain.failure.FailureException with {@code overloaded} if that cannot be known now:
     *     the request is to be refused
     */
    boolean isFirst(Sha256Digest request, Instant until);
}
