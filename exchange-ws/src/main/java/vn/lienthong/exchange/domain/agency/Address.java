package vn.lienthong.exchange.domain.agency;

/**
 * What a code means.
 *
 * @param agency the present identifier
 * @param closed whether that agency is no more, so that nothing new is sent to it
 */
public record Address(OrganId agency, boolean closed) {}
