package vn.lienthong.exchange.boundary.soap.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.boundary.soap.security.SoapXml;
import vn.lienthong.exchange.it.Eventually;
import vn.lienthong.exchange.it.ServerProcess;
import vn.lienthong.exchange.it.TestState;

/** Two nodes that know a secret join, and share what they have seen. */
class ClusterIT {
    private static final int OFFSET = 840;
    private static final int DATABASE_PORT = 15937;
    private static final String MEMBERS = "127.0.0.1[" + (7600 + OFFSET) + "],127.0.0.1[" + (7601 + OFFSET) + "]";

    private TestState state;

    @Test
    void nodesThatKnowTheSecretShareTheReplayWindow() throws Exception {
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
