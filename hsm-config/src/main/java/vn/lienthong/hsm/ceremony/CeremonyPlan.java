package vn.lienthong.hsm.ceremony;

import java.util.List;

/**
 * Everything that a ceremony makes, as pure data: the one thing that is reviewed before it runs. The demo's plan is
 * {@link DemoPlan}; a plan read from a reviewed file is another maker of this record.
 *
 * @param tokenLabel the CKA label of the token that holds the keys
 * @param anchors the authorities whose certificates verifiers of documents trust
 */
public record CeremonyPlan(
        String tokenLabel,
        List<PlannedAuthority> authorities,
        List<String> anchors,
        List<PlannedKey> keys,
        List<PlannedSystem> systems) {
    public CeremonyPlan {
        authorities = List.copyOf(authorities);
        anchors = List.copyOf(anchors);
        keys = List.copyOf(keys);
        systems = List.copyOf(systems);
    }
}
