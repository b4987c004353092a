package vn.lienthong.signer.token.failover;

import vn.lienthong.signer.token.SigningToken;

/**
 * One slot of one module as a place where keys are.
 *
 * @param name by which operators know it; the token's own label may be the same in two modules
 * @param token its pool: the breaker of this place alone
 * @param weight its share of the requests, 1 to 100; 0 for a place that is asked only when no other one signs
 */
public record Place(String name, SigningToken token, int weight) {
    private static final int HEAVIEST = 100;

    public Place {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a place has a name");
        }
        if (weight < 0 || weight > HEAVIEST) {
            throw new IllegalArgumentException("a place's weight is 0 to " + HEAVIEST);
        }
    }
}
