package vn.lienthong.exchange.application.register;

import vn.lienthong.exchange.domain.register.RegisterEntry;

/**
 * An entry after something was asked of it.
 *
 * @param repeated whether it was so before, so that nothing changed
 */
public record Registered(RegisterEntry entry, boolean repeated) {}
