package vn.lienthong.exchange.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.vxp.VxpClient;

/** A message of 1 GB goes through a server whose heap is 512 MB, and comes out as it went in. */
class LargeDispatchIT {
    private static final int OFFSET = 820;
    private static final int DATABASE_PORT = 15935;
    private static final long GIGABYTE = 1L << 30;

    @TempDir
    private Path folder;

    private TestState state;

    @Test
    void acceptsAndHandsOutOneGigabyte() throws Exception {
        state = TestState.fresh("large-state").withDatabase(DATABASE_PORT);
        Path letter = TestLetter.write(folder.resolve("large.edxml"), "1", GIGABYTE / 4 * 3, TestLetter.MINISTRY);
        assertThat(Files.size(letter)).isGreaterThan(GIGABYTE);
        try (ServerProcess server = ServerProcess.start(state, OFFSET, DATABASE_PORT, "512m");
                VxpClient sender = client(server, "qlvb.bac-kan");
                VxpClient receiver = client(server, "qlvb.bo-khcn")) {
            VxpClient.Answer sent = sender.sendEdoc(letter, TestLetter.SENDER, "edoc");
            assertThat(sent.ok()).as(sent.json().toString()).isTrue();
            String received = receiver.getReceivedEdocList("edoc")
                    .json()
                    .get("data")
                    .get(0)
                    .get("docId")
                    .asText();
            Path fetched = folder.resolve("fetched.edxml");
            assertThat(receiver.downloadEdoc(received, fetched)).isEqualTo(200);
            assertThat(Files.mismatch(letter, fetched)).isEqualTo(-1);
        }
    }

    @AfterEach
    void stopDatabase() {
        state.stopDatabase();
    }

    private VxpClient client(ServerProcess server, String system) throws Exception {
        return new VxpClient(
                server.url(),
                system,
                state.text("secrets/" + system + ".vxp"),
                SSLContext.getDefault(),
                Clock.systemUTC());
    }
}
