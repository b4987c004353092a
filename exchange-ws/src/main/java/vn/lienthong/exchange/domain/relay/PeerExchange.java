package vn.lienthong.exchange.domain.relay;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.dispatch.MessageType;

/** What is asked of another exchange. Thread-safe; every operation ends within a time of its own. */
public interface PeerExchange {
    /** So many of what waits are told at once. */
    int PAGE = 100;

    /**
     * The peer has the message, and will not lose it. Sending the same octets again changes nothing there and gives the same
     * answer.
     *
     * @param to these of the message's recipients alone
     * @param digest of the file
     * @return the peer's name for the message
     */
    String send(OrganId from, Set<OrganId> to, MessageType type, Path file, Sha256Digest digest) throws PeerException;

    /**
     * What waits there.
     *
     * @param page from 0
     */
    Waiting waiting(MessageType type, int page) throws PeerException;

    /**
     * A page of what waits.
     *
     * @param messages those of it that can be asked for
     * @param last whether it was not full
     */
    record Waiting(List<PeerMessage> messages, boolean last) {
        public Waiting {
            messages = List.copyOf(messages);
        }
    }

    /** The octets of a message that waits; the caller closes them. */
    InputStream fetch(PeerMessage message) throws PeerException;

    /** The peer knows that the message arrived, or could not be taken. */
    void report(PeerMessage message, DeliveryState state) throws PeerException;
}
