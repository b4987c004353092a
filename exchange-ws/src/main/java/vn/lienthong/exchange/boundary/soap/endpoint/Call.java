package vn.lienthong.exchange.boundary.soap.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.boundary.door.Visit;
import vn.lienthong.exchange.boundary.request.RequestId;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** One SOAP request while it is answered, in its thread. */
final class Call implements AutoCloseable {
    /** The most octets, as they come over the wire, up to the Body of an envelope; a Security header has 5,000. */
    static final long LONGEST_HEAD = 64L << 10;

    /** The same up to the end of an envelope by MTOM or inline, with what a MIME part has around it. */
    private static final long LONGEST_ENVELOPE = InlineRoom.MOST_MESSAGE + (64L << 10);

    private static final Logger LOG = LoggerFactory.getLogger(Call.class);

    private final HttpServletRequest request;
    private final Deque<Closeable> held = new ArrayDeque<>();
    private final String requestId;
    private final InlineRoom room;
    private @Nullable Caller caller;
    private boolean xop;
    private long mostOctets = LONGEST_HEAD;
    private boolean unread;

    Call(HttpServletRequest request, InlineRoom room) {
        this.request = request;
        this.requestId = RequestId.of(request).value();
        this.room = room;
    }

    /** The call that the present thread answers. */
    static Call current() {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        Call call = message == null ? null : message.getExchange().get(Call.class);
        if (call == null) {
            throw new IllegalStateException("no SOAP request is being answered");
        }
        return call;
    }

    /** That system signed the header: what is behind it is worth reading, and the system may take its time. */
    void vouched(Caller by) {
        Visit.admit(request, by.name());
        mostOctets = LONGEST_ENVELOPE;
    }

    /** How many octets of the request may be read by now. */
    long mostOctets() {
        return mostOctets;
    }

    /** The request is believed to be this system's, and came by MTOM or not. */
    void admitted(Caller by, boolean byXop) {
        caller = by;
        mostOctets = Long.MAX_VALUE; // from here on the content's own limit counts
        xop = byXop;
    }

    /** @throws FailureException with {@code signature-missing} if nobody signed the request: it acts for nobody */
    Caller caller() {
        if (caller == null) {
            throw new FailureException(Failure.of(FailureCode.SIGNATURE_MISSING, "Body"));
        }
        return caller;
    }

    String requestId() {
        return requestId;
    }

    @Nullable String callerName() {
        return caller == null ? null : caller.name();
    }

    /**
     * The answer carries a document of that length as the request came: as a XOP package, or inline.
     *
     * @throws FailureException with {@code body-too-large} if it came without MTOM and the document is too long for that
     */
    void answersWith(long length) {
        if (xop) {
            PhaseInterceptorChain.getCurrentMessage().getExchange().put(Message.MTOM_ENABLED, true);
        } else if (length > InlineRoom.MOST_CONTENT) {
            throw new FailureException(Failure.of(FailureCode.BODY_TOO_LARGE, Long.toString(InlineRoom.MOST_CONTENT)));
        } else if (length > InlineRoom.SMALL_MESSAGE) {
            takeRoom();
        }
    }

    /** The request is refused for its length, and none of its body is read. */
    void leaveUnread() {
        unread = true;
    }

    boolean isLeftUnread() {
        return unread;
    }

    /** There is room for one large message until the answer has been written. */
    void takeRoom() {
        holds(room.take());
    }

    /** That is closed when the answer has been written. */
    void holds(Closeable resource) {
        held.push(resource);
    }

    @Override
    public void close() {
        while (!held.isEmpty()) {
            closeOne(held.pop());
        }
    }

    private static void closeOne(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) { // the answer is on its way already
            LOG.warn("what an answered SOAP request held could not be closed", e);
        }
    }
}
