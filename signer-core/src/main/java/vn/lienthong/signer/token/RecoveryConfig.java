package vn.lienthong.signer.token;

import java.time.Duration;

/**
 * How a pool finds out that a lost device is back.
 *
 * @param probeInterval between two tries to reach the device while it is down; doubles while it keeps failing right after a
 *     recovery
 * @param probeMaximum what the doubling ends at
 * @param reinitialiseInterval how long a module runs at least before it is started again, for that hits every token in it;
 *     doubles with each vain start
 * @param reinitialiseMaximum what the doubling ends at
 * @param drain how long a restart waits for calls inside the module to return
 * @param startup how long opening a pool waits for the token to be reached for the first time
 */
public record RecoveryConfig(
        Duration probeInterval,
        Duration probeMaximum,
        Duration reinitialiseInterval,
        Duration reinitialiseMaximum,
        Duration drain,
        Duration startup) {

    /**
     * Probe each second up to every 15: a probe is three cheap calls. Restart after 5 seconds at the soonest, 30 at the
     * latest: the figure that HSM users settled on. Drain for 2 seconds, and wait 3 at start, where two processes that
     * initialise at the same moment were seen to find no token for a moment.
     */
    public static final RecoveryConfig DEFAULT = new RecoveryConfig(
            Duration.ofSeconds(1),
            Duration.ofSeconds(15),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3));

    public RecoveryConfig {
        Backoff.requireOrdered("probe-interval", probeInterval, probeMaximum);
        Backoff.requireOrdered("reinitialise-interval", reinitialiseInterval, reinitialiseMaximum);
        if (drain.isNegative() || startup.isNegative()) {
            throw new IllegalArgumentException("drain and startup are not negative");
        }
    }
}
