package vn.lienthong.exchange.domain.relay;

import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.MessageType;

/**
 * A message that waits at a peer for one of its recipients.
 *
 * @param docId as the peer names that recipient's copy
 * @param recipient as the peer names it
 */
public record PeerMessage(String docId, MessageType type, OrganId recipient) {}
