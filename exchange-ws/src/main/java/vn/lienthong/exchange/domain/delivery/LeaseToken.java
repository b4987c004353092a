package vn.lienthong.exchange.domain.delivery;

import java.util.UUID;

/**
 * Proof that a lease is the present one: each lease has its own, so a consumer whose lease ran out cannot confirm what
 * another one holds by now.
 */
public record LeaseToken(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
