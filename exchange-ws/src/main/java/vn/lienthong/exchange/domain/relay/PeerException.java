package vn.lienthong.exchange.domain.relay;

import org.jspecify.annotations.Nullable;

/** A peer did not do what it was asked. The message is for the log and for operators; it holds no secret. */
public final class PeerException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean refused;

    private PeerException(String message, boolean refused, @Nullable Throwable cause) {
        super(message, cause);
        this.refused = refused;
    }

    /** It could not be asked, or gave no answer that can be understood: the same may succeed later. */
    public static PeerException unreachable(String what, @Nullable Throwable cause) {
        return new PeerException(what, false, cause);
    }

    /** It understood, and said no. */
    public static PeerException refused(String code, String description) {
        return new PeerException(code + ": " + description, true, null);
    }

    /** Whether it said no, so that the same will hardly succeed by being repeated. */
    public boolean isRefused() {
        return refused;
    }
}
