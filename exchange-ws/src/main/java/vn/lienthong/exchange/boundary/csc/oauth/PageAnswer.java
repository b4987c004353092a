package vn.lienthong.exchange.boundary.csc.oauth;

import java.util.Optional;
import vn.lienthong.exchange.domain.account.OpaqueToken;

/**
 * A page, or where the official goes from here.
 *
 * @param cookie a new value for the browser's cookie
 */
record PageAnswer(int status, String page, Optional<String> location, Optional<OpaqueToken> cookie) {
    static PageAnswer page(int status, String page, Optional<OpaqueToken> cookie) {
        return new PageAnswer(status, page, Optional.empty(), cookie);
    }

    static PageAnswer to(String location, Optional<OpaqueToken> cookie) {
        return new PageAnswer(303, "", Optional.of(location), cookie);
    }
}
