package vn.lienthong.exchange.domain.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Work that a committed transaction has promised; bound to the transaction that it was taken from. */
public interface Outbox {

    /** The job is due at once if the transaction commits. */
    void put(Job job, Instant now);

    /**
     * Up to {@code max} due jobs, which nobody else is given before {@code until}: if this worker dies, they come up
     * again then. Concurrent workers get different ones.
     */
    List<Job> claim(JobKind kind, int max, Instant now, Instant until);

    /**
     * The same for work whose destinations are to wait for themselves alone: up to {@code perLane} of each lane, and none of
     * the lanes that are busy.
     */
    List<Job> claimOfLanes(JobKind kind, int max, int perLane, Set<String> busy, Instant now, Instant until);

    /** The job is done with. */
    void done(Job job);

    /** The job comes up again then, with one more attempt counted. */
    void retry(Job job, Instant due);

    /**
     * One promise.
     *
     * @param lane jobs of one lane have one destination, and belong together
     * @param payload what the worker of that kind needs: an identifier
     * @param attempts how often it was tried before
     */
    record Job(UUID id, JobKind kind, String lane, String payload, int attempts) {}

    /** What kinds of work there are. */
    enum JobKind {
        /** A status that was reported over REST or SOAP becomes a status message to the other party. */
        STATUS_MESSAGE(true),
        /** An application wants to be told that an answer can be fetched. */
        RESPONSE_NOTICE(false);

        private final boolean ordered;

        JobKind(boolean ordered) {
            this.ordered = ordered;
        }

        /** Whether jobs of one lane are done one after the other: none is claimed while one before it is not done. */
        public boolean ordered() {
            return ordered;
        }
    }
}
