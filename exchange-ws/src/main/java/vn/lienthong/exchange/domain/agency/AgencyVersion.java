package vn.lienthong.exchange.domain.agency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an agency's history.
 *
 * @param version from 1, without gaps
 * @param validUntil null for what is so now
 * @param changedBy whose word it was: a system, an operator, or a file
 * @param agency as it was from then on
 * @param successor into which agency it was merged, or null
 */
public record AgencyVersion(
        int version,
        AgencyChange change,
        Instant validFrom,
        @Nullable Instant validUntil,
        String changedBy,
        Agency agency,
        @Nullable OrganId successor) {}
