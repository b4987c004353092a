package vn.lienthong.exchange.wiring.config;

import java.util.Map;

/**
 * Nodes that find each other know a secret: whoever joined without it would read and write the replay window. It is given
 * to the container (configure.cli); here is refused to work without.
 */
public final class ClusterSecret {
    private static final String NODES = "EXCHANGE_CLUSTER";
    private static final String SECRET = "EXCHANGE_CLUSTER_SECRET";
    private static final int SHORTEST = 32;

    private ClusterSecret() {}

    /** Whether the environment names other nodes. */
    public static boolean isCluster(Map<String, String> environment) {
        return !environment.getOrDefault(NODES, "").isBlank();
    }

    /** @throws ConfigException if the environment names other nodes and no secret that is worth its name */
    public static void require(Map<String, String> environment) {
        if (isCluster(environment)
                && environment.getOrDefault(SECRET, "").strip().length() < SHORTEST) {
            throw new ConfigException(NODES + " names nodes, so " + SECRET + " has to be set, to " + SHORTEST
                    + " characters or more, the same on all of them");
        }
    }
}
