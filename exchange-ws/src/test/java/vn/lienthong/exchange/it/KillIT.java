package vn.lienthong.exchange.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.vxp.VxpClient;

/**
 * The promise of acceptance: the server is killed during 200 concurrent calls, at ten different moments. Every call that
 * was answered OK is there exactly once afterwards, and every call that was not may be repeated.
 */
class KillIT {
    private static final int CALLS = 200;
    private static final int[] MOMENTS = {0, 3, 10, 25, 50, 80, 110, 140, 170, 195};
    private static final int OFFSET = 800;
    private static final int DATABASE_PORT = 15933;

    @TempDir
    private Path folder;

    private TestState state;

    @Test
    void everyAnsweredCallIsThereExactlyOnceAfterKills() throws Exception {
        state = TestState.fresh("kill-state").withDatabase(DATABASE_PORT);
        Map<String, Path> answered = new HashMap<>();
        ServerProcess server = start();
        try {
            for (int round = 0; round < MOMENTS.length; round++) {
                List<Path> letters = letters(round);
                Map<Path, String> ids = sendUntilKilled(server, letters, MOMENTS[round]);
                server = start();
                Map<Path, String> repeated = send(server, letters, new AtomicInteger());
                assertThat(repeated).as("every call is answered when repeated").hasSize(CALLS);
                assertThat(repeated).as("and as it was before").containsAllEntriesOf(ids);
                repeated.forEach((letter, id) -> answered.put(id, letter));
                assertEachIsThereOnce(server, answered);
            }
            assertThat(answered).hasSize(CALLS * MOMENTS.length);
        } finally {
            server.close();
        }
    }

    @AfterEach
    void stopDatabase() {
        state.stopDatabase();
    }

    private ServerProcess start() {
        return ServerProcess.start(state, OFFSET, DATABASE_PORT, "512m");
    }

    private List<Path> letters(int round) {
        List<Path> letters = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
            String number = round + "-" + call;
            letters.add(TestLetter.write(folder.resolve(number + ".edxml"), number, 6_000, TestLetter.MINISTRY));
        }
        return letters;
    }

    /** The server is killed once so many calls were answered, while the others are still under way. */
    private Map<Path, String> sendUntilKilled(ServerProcess server, List<Path> letters, int moment) throws Exception {
        AtomicInteger answers = new AtomicInteger();
        Thread killer = Thread.ofPlatform().start(() -> {
            while (answers.get() < moment && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            server.kill();
        });
        Map<Path, String> ids = send(server, letters, answers);
        killer.interrupt();
        killer.join();
        return ids;
    }

    /** The letters that were answered OK, with the ids that they were given. */
    private Map<Path, String> send(ServerProcess server, List<Path> letters, AtomicInteger answers) throws Exception {
        Map<Path, String> ids = new ConcurrentHashMap<>();
        try (VxpClient client = client(server, "qlvb.bac-kan");
                ExecutorService threads = Executors.newFixedThreadPool(CALLS)) {
            List<Future<?>> calls = new ArrayList<>();
            for (Path letter : letters) {
                calls.add(threads.submit(() -> {
                    try {
                        VxpClient.Answer answer = client.sendEdoc(letter, TestLetter.SENDER, "edoc");
                        assertThat(answer.ok()).as(answer.json().toString()).isTrue();
                        ids.put(letter, answer.docId());
                        answers.incrementAndGet();
                    } catch (IOException e) {
                        // no answer: the server was killed meanwhile, and nothing was promised
                        assertThat(e).isNotNull();
                    }
                    return null;
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }
        return ids;
    }

    private void assertEachIsThereOnce(ServerProcess server, Map<String, Path> answered) throws Exception {
        try (VxpClient sender = client(server, "qlvb.bac-kan");
                VxpClient receiver = client(server, "qlvb.bo-khcn")) {
            Map<String, String> received = received(receiver);
            assertThat(received).hasSize(answered.size());
            // one of each round in full: octets as they were sent
            String some = answered.keySet().stream().sorted().toList().getLast();
            JsonNode rows = sender.getSentEdocList("edoc", some).json().get("data");
            assertThat(rows).hasSize(1);
            Path fetched = folder.resolve("fetched.edxml");
            assertThat(receiver.downloadEdoc(rows.get(0).get("receiverDocId").asText(), fetched))
                    .isEqualTo(200);
            assertThat(Files.mismatch(fetched, answered.get(some))).isEqualTo(-1);
            for (String id : answered.keySet()) {
                assertThat(sender.getSentEdocList("edoc", id).json().get("data"))
                        .as(id)
                        .hasSize(1);
            }
        }
    }

    /** What waits for the ministry, page by page: the receiver's id and the time. */
    private static Map<String, String> received(VxpClient client) throws Exception {
        Map<String, String> rows = new HashMap<>();
        for (int page = 0; ; page++) {
            JsonNode data = client.json(
                            "getReceivedEdocList",
                            Map.of(
                                    "servicetype", "eDoc",
                                    "messagetype", "edoc",
                                    "pageSize", "500",
                                    "pageIndex", Integer.toString(page)))
                    .json()
                    .get("data");
            if (data.isEmpty()) {
                return rows;
            }
            for (JsonNode row : data) {
                String previous = rows.put(
                        row.get("docId").asText(), row.get("created_time").asText());
                assertThat(previous).as("listed once").isNull();
            }
        }
    }

    private VxpClient client(ServerProcess server, String system) throws GeneralSecurityException {
        String secret = state.text("secrets/" + system + ".vxp");
        assertThat(HexFormat.of().parseHex(secret)).hasSize(32);
        return new VxpClient(server.url(), system, secret, SSLContext.getDefault(), Clock.systemUTC());
    }
}
