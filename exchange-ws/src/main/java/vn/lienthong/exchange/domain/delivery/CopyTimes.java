package vn.lienthong.exchange.domain.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;

/**
 * When something happened to one recipient's copy; null for what did not.
 *
 * @param givenAt when the recipient was first given it
 * @param confirmedAt when the recipient confirmed that it has it
 * @param withdrawnAt when the sender took it back
 */
public record CopyTimes(
        OrganId party,
        Instant createdAt,
        @Nullable Instant givenAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant withdrawnAt) {}
