package vn.lienthong.exchange.boundary.request;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Under which address others know this server.
 *
 * @param base scheme, host and port, such as {@code https://lienthong.example.vn}; null where it is whatever a request's
 *     Host field says, which anybody can write
 */
public record PublicAddress(@Nullable URI base) {}
