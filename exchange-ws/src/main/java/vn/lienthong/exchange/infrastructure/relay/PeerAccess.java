package vn.lienthong.exchange.infrastructure.relay;

import vn.lienthong.exchange.domain.account.SharedSecret;

/**
 * What this exchange proves itself by to a peer.
 *
 * @param systemId as which the peer knows it
 */
public record PeerAccess(String systemId, SharedSecret secret) {}
