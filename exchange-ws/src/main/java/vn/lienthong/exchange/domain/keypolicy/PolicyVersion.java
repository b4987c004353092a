package vn.lienthong.exchange.domain.keypolicy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A policy with its history: who asked for it, who decided.
 *
 * @param basedOn the version that it is to take the place of; null for a key's first
 * @param decidedBy the second person, or the first where one was enough; null while nobody has decided
 */
public record PolicyVersion(
        UUID id,
        KeyPolicy policy,
        State state,
        @Nullable UUID basedOn,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    /** Where a version is in its life. */
    public enum State {
        /** Waits for a second person. */
        PROPOSED,
        /** The one that holds; a key has at most one. */
        EFFECTIVE,
        /** Another one has taken its place. */
        SUPERSEDED,
        /** Taken back, or refused by the second person. */
        REJECTED
    }
}
