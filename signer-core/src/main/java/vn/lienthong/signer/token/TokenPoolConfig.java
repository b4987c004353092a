package vn.lienthong.signer.token;

import java.time.Duration;
import java.util.Map;

/**
 * How a pool uses its token.
 *
 * @param maxSessions sessions, and threads that call the device, at most; 1 to 30, for beyond about 30 an HSM only queues
 * @param maxWaiting calls that may wait for a session; one more is answered BUSY at once
 * @param deadline after which every call is answered, whatever the device does
 * @param idleCheck how long a session may have been idle without being checked before its next use
 * @param maxHungCalls calls past their deadline that may be inside the device while new ones are let in
 * @param directCalls callers that may enter the device on their own thread at once, up to {@code maxSessions}. It saves the
 *     hand-over to a thread of the pool, and a caller whose call never returns is stuck: for modules that are a library in
 *     this process with nothing to wait for, 0 for every device behind a wire
 * @param keys where the keys are that are not found by a CKA_LABEL equal to their alias
 */
public record TokenPoolConfig(
        int maxSessions,
        int maxWaiting,
        Duration deadline,
        Duration idleCheck,
        int maxHungCalls,
        int directCalls,
        RecoveryConfig recovery,
        Map<KeyAlias, KeyLocator> keys) {
    /** The knee of network HSMs: the vendors' own figure is about 30 threads a device. */
    private static final int MOST_SESSIONS = 30;

    /**
     * 16 sessions cover a network HSM of 5 ms at 3,000 signatures a second; 512 waiting are half a second of work for two
     * cores; 5 seconds is what an interactive signer waits; 20 seconds of idleness is below the shortest session timeout
     * seen (30 s); 4 hung calls tell a hanging device from a slow signature.
     */
    public static final TokenPoolConfig DEFAULT = new TokenPoolConfig(
            16, 512, Duration.ofSeconds(5), Duration.ofSeconds(20), 4, 0, RecoveryConfig.DEFAULT, Map.of());

    public TokenPoolConfig {
        keys = Map.copyOf(keys);
        if (maxSessions < 1 || maxSessions > MOST_SESSIONS) {
            throw new IllegalArgumentException("max-sessions is 1 to " + MOST_SESSIONS);
        }
        if (maxWaiting < 1 || maxHungCalls < 1) {
            throw new IllegalArgumentException("max-waiting and max-hung-calls are at least 1");
        }
        if (directCalls < 0 || directCalls > maxSessions) {
            throw new IllegalArgumentException("direct-calls is 0 to max-sessions");
        }
        if (deadline.isNegative() || deadline.isZero() || idleCheck.isNegative()) {
            throw new IllegalArgumentException("deadline is positive, idle-check not negative");
        }
    }

    /** The same with keys that are found in these places. */
    public TokenPoolConfig withKeys(Map<KeyAlias, KeyLocator> places) {
        return new TokenPoolConfig(
                maxSessions, maxWaiting, deadline, idleCheck, maxHungCalls, directCalls, recovery, places);
    }

    /** The same with another number of sessions at most, and no more direct calls than that. */
    public TokenPoolConfig withMaxSessions(int sessions) {
        int direct = Math.min(directCalls, sessions);
        return new TokenPoolConfig(sessions, maxWaiting, deadline, idleCheck, maxHungCalls, direct, recovery, keys);
    }

    /** The same with another number of calls that may wait for a session. */
    public TokenPoolConfig withMaxWaiting(int calls) {
        return new TokenPoolConfig(maxSessions, calls, deadline, idleCheck, maxHungCalls, directCalls, recovery, keys);
    }

    /** The same with another deadline. */
    public TokenPoolConfig withDeadline(Duration other) {
        return new TokenPoolConfig(
                maxSessions, maxWaiting, other, idleCheck, maxHungCalls, directCalls, recovery, keys);
    }

    /** The same with another way to recover. */
    public TokenPoolConfig withRecovery(RecoveryConfig other) {
        return new TokenPoolConfig(
                maxSessions, maxWaiting, deadline, idleCheck, maxHungCalls, directCalls, other, keys);
    }

    /** The same with another number of calls that may hang. */
    public TokenPoolConfig withMaxHungCalls(int calls) {
        return new TokenPoolConfig(maxSessions, maxWaiting, deadline, idleCheck, calls, directCalls, recovery, keys);
    }

    /** The same with another number of callers that may enter the device themselves. */
    public TokenPoolConfig withDirectCalls(int calls) {
        return new TokenPoolConfig(maxSessions, maxWaiting, deadline, idleCheck, maxHungCalls, calls, recovery, keys);
    }

    /** The same with sessions checked after another time of idleness. */
    public TokenPoolConfig withIdleCheck(Duration other) {
        return new TokenPoolConfig(maxSessions, maxWaiting, deadline, other, maxHungCalls, directCalls, recovery, keys);
    }
}
