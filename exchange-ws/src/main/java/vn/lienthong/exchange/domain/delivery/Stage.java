package vn.lienthong.exchange.domain.delivery;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/** How far a recipient is with its copy of a document; in the order of the work. */
public enum Stage {
    /** The recipient has said nothing yet. */
    SENT(null),
    ARRIVED(StatusCode.ARRIVED),
    /** Returned to the sender. The recipient may accept it after all. */
    REJECTED(StatusCode.REJECTED),
    ACCEPTED(StatusCode.ACCEPTED),
    ASSIGNED(StatusCode.ASSIGNED),
    PROCESSING(StatusCode.PROCESSING),
    FINISHED(StatusCode.FINISHED);

    private final @Nullable StatusCode code;

    Stage(@Nullable StatusCode code) {
        this.code = code;
    }

    /** The stage that this status reports, or empty for those that ask for something or answer. */
    public static Optional<Stage> of(StatusCode code) {
        for (Stage stage : values()) {
            if (stage.code == code) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }

    /** Where the copy stands after a report of {@code reported}; this stage itself where that came too late to count. */
    Stage after(Stage reported) {
        return switch (this) {
            case FINISHED -> FINISHED;
            case REJECTED -> reported == ACCEPTED ? ACCEPTED : REJECTED;
            default -> reported == REJECTED || reported.compareTo(this) > 0 ? reported : this;
        };
    }

    /** Whether the same report may come again and say something new: work is handed on, and goes on. */
    boolean mayRepeat() {
        return this == ASSIGNED || this == PROCESSING;
    }
}
