package vn.lienthong.exchange.domain.dispatch;

import java.util.UUID;

/** This server's identifier of an accepted message: a UUID of version 7, so that ids sort by time of acceptance. */
public record DispatchId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
