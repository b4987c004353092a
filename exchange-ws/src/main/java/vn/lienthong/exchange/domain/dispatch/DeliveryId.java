package vn.lienthong.exchange.domain.dispatch;

import java.util.UUID;

/** One dispatch on its way to one recipient: what the recipient's received list names. A UUID of version 7. */
public record DeliveryId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
