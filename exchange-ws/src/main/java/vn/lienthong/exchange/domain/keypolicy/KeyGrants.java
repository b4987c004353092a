package vn.lienthong.exchange.domain.keypolicy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who may sign with which key, and who is to; bound to the transaction that it was taken from. */
public interface KeyGrants {

    /** The systems and people that may sign with the key, by name. */
    List<String> holders(String keyAlias);

    /** Whether this name was ever decided about for this key: it has it, had it, or somebody asked for it. */
    boolean wasDecided(String keyAlias, String grantee);

    /** What waits for a second person, oldest first. */
    List<GrantProposal> proposed();

    Optional<GrantProposal> find(UUID id);

    /** The proposal waits. False if another one of the same waits already. */
    boolean propose(GrantProposal proposal);

    /** It is decided, and a grant holds from the commit on. False if it did not wait any more. */
    boolean decide(GrantProposal proposal, boolean granted, String by, Instant at);

    /** The name may not sign with the key any more. False if it might not before. */
    boolean withdraw(String keyAlias, String grantee, String by, Instant at);
}
