package vn.lienthong.exchange.domain.keeping;

import java.util.UUID;

/** Names a signed file in the server's care, whatever version it has. */
public record KeptId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
