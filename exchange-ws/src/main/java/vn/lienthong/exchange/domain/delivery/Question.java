package vn.lienthong.exchange.domain.delivery;

/** What the sender asked a recipient about its copy, and the answer. */
public enum Question {
    NONE,
    /** The sender wants the document back: by a recall, or by status 13. */
    RECALL_ASKED,
    /** The recipient cancelled its copy. Final. */
    RECALL_AGREED,
    /** The recipient keeps its copy; it may agree later, or be asked again. */
    RECALL_REFUSED,
    /** The message itself asks: it updates or replaces an earlier one. */
    CHANGE_ASKED,
    CHANGE_AGREED,
    CHANGE_REFUSED;

    /** Whether an answer is awaited. */
    public boolean open() {
        return this == RECALL_ASKED || this == CHANGE_ASKED;
    }

    /** Whether a recall is under way or has succeeded: then nothing more is done to the document. */
    public boolean freezes() {
        return this == RECALL_ASKED || this == RECALL_AGREED;
    }

    Question agreed() {
        return switch (this) {
            case RECALL_ASKED, RECALL_REFUSED -> RECALL_AGREED;
            case CHANGE_ASKED, CHANGE_REFUSED -> CHANGE_AGREED;
            case NONE, RECALL_AGREED, CHANGE_AGREED -> this;
        };
    }

    Question refused() {
        return switch (this) {
            case RECALL_ASKED -> RECALL_REFUSED;
            case CHANGE_ASKED -> CHANGE_REFUSED;
            case NONE, RECALL_AGREED, RECALL_REFUSED, CHANGE_AGREED, CHANGE_REFUSED -> this;
        };
    }
}
