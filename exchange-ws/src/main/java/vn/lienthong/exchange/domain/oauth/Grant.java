package vn.lienthong.exchange.domain.oauth;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one application was allowed once; its codes and tokens live and end with it.
 *
 * @param account of the official, or null where the application acts for itself
 */
public record Grant(UUID id, String client, @Nullable String account, Scope scope) {}
