package vn.lienthong.exchange.domain.delivery;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/**
 * How far one recipient's copy of a document has come, and what may follow. A pure value.
 *
 * <p>Source: QCVN 102:2016, {@code StatusCode}; the order as the field's systems keep it.
 *
 * @param type what the document does: a recall, update or replacement asks for the recipient's consent by itself
 * @param reached those of 01 to 06 that were reported
 * @param stage the newest of them, or null before the first
 * @param change the newest of 13, 15 and 16, or null
 * @param askedBack whether the newest question was to give the document back, so that consent ends it
 */
public record StatusProgress(
        BusinessType type,
        Set<StatusCode> reached,
        @Nullable StatusCode stage,
        @Nullable StatusCode change,
        boolean askedBack) {
    public StatusProgress {
        reached = Set.copyOf(reached);
    }

    /** Where a copy stands after these statuses, in their order. */
    public static StatusProgress after(BusinessType type, List<StatusCode> statuses) {
        StatusProgress progress = new StatusProgress(type, Set.of(), null, null, type == BusinessType.RECALL);
        for (StatusCode status : statuses) {
            progress = progress.then(status);
        }
        return progress;
    }

    /** Whether the recipient agreed to give the document back: nothing follows. */
    public boolean ended() {
        return askedBack && change == StatusCode.CHANGE_ACCEPTED;
    }

    /** Whether a recall, update or replacement waits for the recipient's answer. */
    public boolean changeAsked() {
        return change == StatusCode.RECALLED || change == null && type.mayRepeatDocumentId();
    }

    /** Whether reporting that status says nothing new. */
    public boolean has(StatusCode status) {
        return reached.contains(status) || change == status;
    }

    /** Whether that status may come next. */
    public boolean allows(StatusCode next) {
        if (ended()) {
            return false;
        }
        return switch (next) {
            case ARRIVED -> stage == null;
            case REJECTED, ACCEPTED -> stage == StatusCode.ARRIVED;
            case ASSIGNED -> stage == StatusCode.ACCEPTED;
            case PROCESSING -> stage == StatusCode.ACCEPTED || stage == StatusCode.ASSIGNED;
            case FINISHED -> stage == StatusCode.ACCEPTED || stage == StatusCode.PROCESSING;
            case RECALLED -> !changeAsked() && stage != StatusCode.FINISHED && stage != StatusCode.REJECTED;
            case CHANGE_ACCEPTED, CHANGE_REJECTED -> changeAsked();
        };
    }

    private StatusProgress then(StatusCode status) {
        return switch (status) {
            case RECALLED -> new StatusProgress(type, reached, stage, status, true);
            case CHANGE_ACCEPTED, CHANGE_REJECTED -> new StatusProgress(type, reached, stage, status, askedBack);
            case ARRIVED, REJECTED, ACCEPTED, ASSIGNED, PROCESSING, FINISHED -> {
                EnumSet<StatusCode> more = EnumSet.of(status);
                more.addAll(reached);
                yield new StatusProgress(type, more, status, change, askedBack);
            }
        };
    }
}
