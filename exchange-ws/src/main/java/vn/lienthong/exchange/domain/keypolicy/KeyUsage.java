package vn.lienthong.exchange.domain.keypolicy;

/**
 * How often a key was used: signatures that were handed out, each of which stands in the audit log.
 *
 * @param today on this day in Vietnam
 * @param setAside uses that nodes hold in open blocks and have not made; they count towards the limits
 */
public record KeyUsage(long today, long inAll, long setAside) {}
