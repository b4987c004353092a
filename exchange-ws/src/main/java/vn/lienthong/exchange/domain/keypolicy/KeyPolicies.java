package vn.lienthong.exchange.domain.keypolicy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The policies of keys and their history; bound to the transaction that it was taken from. */
public interface KeyPolicies {

    /** The policy that holds for the key; empty for a key that nobody has decided about: it does not sign. */
    Optional<PolicyVersion> effective(String keyAlias);

    /** Whether there is a version of any key, whatever became of it. */
    boolean any();

    /** Whether there is a version of the key, whatever became of it; the answer holds until the transaction ends. */
    boolean any(String keyAlias);

    /** The versions that wait for a second person, oldest first. */
    List<PolicyVersion> proposed();

    Optional<PolicyVersion> find(UUID id);

    /** The version waits. */
    void propose(PolicyVersion proposal);

    /**
     * The version holds from the commit on, in the place of the one that it is based on.
     *
     * @param version new, or a proposal
     * @return false if another one holds by now: nothing was changed then
     */
    boolean enact(PolicyVersion version, String decidedBy, Instant at);

    /** The proposal is closed. False if it did not wait any more. */
    boolean reject(UUID id, String decidedBy, Instant at);
}
