package vn.lienthong.exchange.boundary.soap.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jgroups.JChannel;
import org.jgroups.protocols.FD_ALL3;
import org.jgroups.protocols.FRAG4;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.NAKACK4;
import org.jgroups.protocols.RED;
import org.jgroups.protocols.TCP;
import org.jgroups.protocols.TCPPING;
import org.jgroups.protocols.UNICAST4;
import org.jgroups.protocols.VERIFY_SUSPECT2;
import org.jgroups.protocols.pbcast.GMS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.boundary.soap.security.SoapXml;
import vn.lienthong.exchange.it.Eventually;
import vn.lienthong.exchange.it.ServerProcess;
import vn.lienthong.exchange.it.TestState;

/** Two nodes that know a secret share what they have seen; a stranger on their network does not join them. */
class ClusterIT {
    private static final int OFFSET = 840;
    private static final int DATABASE_PORT = 15937;
    private static final int STRANGER = 7600 + OFFSET + 7;
    private static final String MEMBERS = "127.0.0.1[" + (7600 + OFFSET) + "],127.0.0.1[" + (7601 + OFFSET) + "]";

    private TestState state;

    @Test
    void nodesShareTheReplayWindowAndNobodyElseJoins() throws Exception {
        state = TestState.fresh("cluster-state").withDatabase(DATABASE_PORT);
        try (ServerProcess first = node("node1", OFFSET);
                ServerProcess second = node("node2", OFFSET + 1)) {
            Eventually.within(
                    Duration.ofSeconds(60), "a request that one node has seen is a replay on the other", () -> {
                        String octets = SoapXml.text(SignedSoap.signed(
                                SoapSystem.key(state.folder(), "ministry"), SignedSoap.getOrganizations()));
                        assertThat(post(first, octets)).contains("GetOrganizationsResponse");
                        return post(second, octets).contains("request-replayed");
                    });
            assertThat(membersThatAStrangerSees()).isLessThan(2);
        }
    }

    @AfterEach
    void stopDatabase() {
        state.stopDatabase();
    }

    private ServerProcess node(String name, int offset) {
        Map<String, String> environment = new HashMap<>();
        environment.put("EXCHANGE_NODE", name);
        environment.put("EXCHANGE_CLUSTER", MEMBERS);
        environment.put("EXCHANGE_CLUSTER_SECRET", state.text("secrets/vault.key"));
        return ServerProcess.startNode(state, offset, DATABASE_PORT, "512m", name, environment);
    }

    /** One, its own, or none where it was told that it may not. */
    private static int membersThatAStrangerSees() throws Exception {
        TCP transport = new TCP();
        transport.setBindAddress(InetAddress.getByName("127.0.0.1"));
        transport.setBindPort(STRANGER);
        TCPPING members = new TCPPING();
        members.setValue("initial_hosts", MEMBERS + ",127.0.0.1[" + STRANGER + "]");
        members.setPortRange(0);
        try (JChannel channel = new JChannel(
                transport,
                new RED(),
                members,
                new MERGE3(),
                new FD_ALL3(),
                new VERIFY_SUSPECT2(),
                new NAKACK4(),
                new UNICAST4(),
                new GMS().setJoinTimeout(1000).setMaxJoinAttempts(3),
                new FRAG4())) {
            channel.connect("lienthong");
            return channel.getView().size();
        } catch (SecurityException refused) {
            return 0;
        }
    }

    private static String post(ServerProcess server, String octets) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/soap/exchange"))
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(BodyPublishers.ofString(octets))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }
}
