package vn.lienthong.exchange.application.dispatch;

import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.IdempotencyKey;
import vn.lienthong.exchange.domain.dispatch.MessageType;

/**
 * A message as a boundary hands it in.
 *
 * @param body the edXML octets, read once to the end and not closed
 * @param declared what the sender says the octets are
 * @param announcedLength the length that the transport announced, in octets, or -1
 * @param from the sending agency that the transport names, or null; has to be that of the message
 * @param type the message type that the transport names, or null; has to be that of the message
 * @param narrowedTo only these of the message's {@code To}; empty means all
 * @param idempotencyKey the client's name for this request, or null
 * @param replaces the document that the message has to replace, or null where that is the message's own affair
 */
public record Submission(
        Channel channel,
        InputStream body,
        DeclaredBody declared,
        long announcedLength,
        @Nullable OrganId from,
        @Nullable MessageType type,
        Set<OrganId> narrowedTo,
        @Nullable IdempotencyKey idempotencyKey,
        @Nullable DispatchId replaces) {
    public Submission {
        narrowedTo = Set.copyOf(narrowedTo);
    }

    public Submission(
            Channel channel,
            InputStream body,
            DeclaredBody declared,
            long announcedLength,
            @Nullable OrganId from,
            @Nullable MessageType type,
            Set<OrganId> narrowedTo,
            @Nullable IdempotencyKey idempotencyKey) {
        this(channel, body, declared, announcedLength, from, type, narrowedTo, idempotencyKey, null);
    }

    /** A message of which the transport says nothing. */
    public static Submission of(Channel channel, InputStream body) {
        return new Submission(channel, body, DeclaredBody.anything(), -1, null, null, Set.of(), null);
    }
}
