package vn.lienthong.exchange.domain.keypolicy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is to sign with a key: who asked for it, who decided.
 *
 * @param grantee the system or person
 * @param decidedBy null while nobody has decided
 */
public record GrantProposal(
        UUID id,
        String keyAlias,
        String grantee,
        State state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    /** Where a proposal is in its life. */
    public enum State {
        /** Waits for a second person. */
        PROPOSED,
        GRANTED,
        /** Taken back, or refused by the second person. */
        REJECTED
    }

    /** One that waits. */
    public static GrantProposal waiting(UUID id, String keyAlias, String grantee, String proposedBy, Instant now) {
        return new GrantProposal(id, keyAlias, grantee, State.PROPOSED, proposedBy, now, null, null);
    }
}
