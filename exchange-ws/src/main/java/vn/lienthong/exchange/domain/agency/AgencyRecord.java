package vn.lienthong.exchange.domain.agency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agency as the directory has it now.
 *
 * @param version counts its changes, from 1
 * @param modifiedAt of the last change; who has seen a time has seen every change before it
 * @param closedAt since when it is no more, or null
 * @param successor into which agency it was merged, or null
 * @param code20 its code of Decision 20/2020, by which lists have it, or null; the first one that it was given
 */
public record AgencyRecord(
        Agency agency,
        int version,
        Instant modifiedAt,
        @Nullable Instant closedAt,
        @Nullable OrganId successor,
        @Nullable OrganId code20) {

    public boolean closed() {
        return closedAt != null;
    }
}
