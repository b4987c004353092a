package vn.lienthong.exchange.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.vxp.VxpClient;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/**
 * Three servers in a chain, each with a database of its own: the province is with the first, the ministry with the third, and
 * the second serves neither. To each of them its successor is one more system.
 */
class RelayChainIT {
    private static final OrganId PROVINCE = new OrganId("000.00.00.H03");
    private static final OrganId MINISTRY = new OrganId("000.00.00.G06");
    private static final String PROVINCES_SYSTEM = "qlvb.bac-kan";
    private static final String MINISTRYS_SYSTEM = "qlvb.bo-khcn";
    private static final int OFFSET = 870;
    private static final int DATABASE_PORT = 15970;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private final List<TestState> states = new ArrayList<>();
    private final List<ServerProcess> servers = new ArrayList<>();

    @Test
    void aDocumentGoesThroughAllOfThemAndItsStatusComesBack() throws Exception {
        state(3);
        state(2, 3);
        state(1, 2);
        for (int number = 3; number >= 1; number--) {
            servers.add(start(number));
        }
        try (VxpClient province = client(1, PROVINCES_SYSTEM);
                VxpClient ministry = client(3, MINISTRYS_SYSTEM)) {
            String first = send(province, 1);
            Eventually.within(
                    PATIENCE,
                    "the ministry has it",
                    () -> waiting(ministry, "edoc").size() == 1);
            Path given = folder.resolve("given.edxml");
            assertThat(ministry.downloadEdoc(waiting(ministry, "edoc").getFirst(), given))
                    .isEqualTo(200);
            assertThat(Files.readString(given)).contains("000.00.00.X01").contains("000.00.00.X02");
            assertThat(Files.readString(given)
                            .replaceAll("<[^<>]*TraceHeader><[^<>]*OrganId>000.00.00.X0[12].*?TraceHeader>", ""))
                    .isEqualTo(new String(Messages.document(1, PROVINCE, MINISTRY), StandardCharsets.UTF_8));
            assertThat(ministry.updateStatus(waiting(ministry, "edoc").getFirst(), "done")
                            .ok())
                    .isTrue();

            Path status = Files.write(
                    folder.resolve("status.edxml"), Messages.statusByCode(StatusCode.ARRIVED, MINISTRY, PROVINCE, 1));
            assertThat(ministry.sendEdoc(status, MINISTRY.value(), "status").ok())
                    .isTrue();
            Eventually.within(
                    PATIENCE,
                    "the status is back",
                    () -> waiting(province, "status").size() == 1);
            JsonNode row =
                    province.getSentEdocList("edoc", first).json().get("data").get(0);
            assertThat(row.get("receiveStatus").asText()).isEqualTo("done");

            servers.get(1).kill();
            send(province, 2);
            send(province, 3);
            Thread.sleep(3_000); // the first server has found its successor away by now
            servers.set(1, start(2));
            Eventually.within(
                    PATIENCE, "both arrive", () -> waiting(ministry, "edoc").size() == 2);
            Thread.sleep(10_000); // whatever would come twice has come by now
            assertThat(waiting(ministry, "edoc")).hasSize(2);
            assertThat(waiting(province, "edoc")).isEmpty();
        }
    }

    @AfterEach
    void stop() {
        servers.forEach(ServerProcess::close);
        states.forEach(TestState::stopDatabase);
    }

    private String send(VxpClient province, int number) throws Exception {
        Path file = Files.write(folder.resolve(number + ".edxml"), Messages.document(number, PROVINCE, MINISTRY));
        VxpClient.Answer answer = province.sendEdoc(file, PROVINCE.value(), "edoc");
        assertThat(answer.errorDesc()).isEqualTo("Thành công");
        return answer.docId();
    }

    private static List<String> waiting(VxpClient client, String type) throws Exception {
        List<String> ids = new ArrayList<>();
        client.getReceivedEdocList(type)
                .json()
                .get("data")
                .forEach(row -> ids.add(row.get("docId").asText()));
        return ids;
    }

    private void state(int number, int... next) throws IOException {
        TestState state = TestState.fresh("chain-" + number);
        states.addFirst(state);
        for (int successor : next) {
            joined(state, number, successor);
        }
        state.withDatabase(DATABASE_PORT + number);
    }

    /** The ministry is beyond the successor, which knows this server as the province's system. */
    private void joined(TestState state, int number, int successor) throws IOException {
        JsonMapper json = new JsonMapper();
        Path file = state.folder().resolve("directory.json");
        ObjectNode directory = (ObjectNode) json.readTree(file.toFile());
        ArrayNode systems = (ArrayNode) directory.get("systems");
        for (JsonNode system : systems) {
            if (system.get("id").asText().equals(MINISTRYS_SYSTEM)) {
                ((ObjectNode) system).putArray("agencies");
            }
        }
        ObjectNode beyond = systems.addObject().put("id", "truc-" + successor).put("name", "Trục " + successor);
        beyond.putArray("agencies").add(MINISTRY.value());
        beyond.putArray("roles").add("EXCHANGE");
        json.writeValue(file.toFile(), directory);
        Files.writeString(
                state.folder().resolve("secrets/truc"), states.get(1).text("secrets/" + PROVINCES_SYSTEM + ".vxp"));
        Files.writeString(state.folder().resolve("peers.properties"), """
                station=000.00.00.X0%1$d
                peers=truc
                peer.truc.system=truc-%2$d
                peer.truc.url=http://127.0.0.1:%3$d/XrdAdapter/adapter/
                peer.truc.system-id=%4$s
                peer.truc.secret-file=secrets/truc
                peer.truc.interval-millis=500
                """.formatted(
                        number, successor, 8080 + OFFSET + successor, PROVINCES_SYSTEM));
        state.with("peers-file", "peers.properties");
    }

    private ServerProcess start(int number) {
        return ServerProcess.start(states.get(number - 1), OFFSET + number, DATABASE_PORT + number, "512m");
    }

    private VxpClient client(int number, String system) throws Exception {
        return new VxpClient(
                URI.create("http://127.0.0.1:" + (8080 + OFFSET + number) + "/XrdAdapter/adapter"),
                system,
                states.get(number - 1).text("secrets/" + system + ".vxp"),
                SSLContext.getDefault(),
                Clock.systemUTC());
    }
}
