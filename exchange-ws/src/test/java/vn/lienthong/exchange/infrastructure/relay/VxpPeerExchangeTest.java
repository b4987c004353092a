package vn.lienthong.exchange.infrastructure.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.account.SharedSecret;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.relay.PeerException;
import vn.lienthong.exchange.domain.relay.PeerMessage;

/** Peers that misbehave; one that does not is in {@code RelayChainIT}. */
class VxpPeerExchangeTest {
    private static final int LIMIT = 100_000;
    private static final PeerMessage MESSAGE = new PeerMessage("7", MessageType.EDOC, new OrganId("H03"));

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private VxpPeerExchange peer;
    private int status = 200;
    private byte[] answer = {};

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        server.start();
        peer = new VxpPeerExchange(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/adapter"),
                new PeerAccess("vxp.saas.02", SharedSecret.of("0123456789".getBytes(StandardCharsets.UTF_8))),
                folder,
                LIMIT,
                Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        peer.close();
        server.stop(0);
    }

    @Test
    void givesTheOctetsAndLeavesNoFile() throws Exception {
        answer = new byte[LIMIT];
        try (InputStream body = peer.fetch(MESSAGE)) {
            assertThat(body.readAllBytes()).isEqualTo(answer);
        }
        assertThat(asked).containsExactly("/adapter/downloadEdoc");
        assertNoFileIsLeft();
    }

    @Test
    void endsAMessageThatIsTooLong() throws Exception {
        answer = new byte[LIMIT + 1];
        assertThatThrownBy(() -> peer.fetch(MESSAGE)).isInstanceOf(PeerException.class);
        assertNoFileIsLeft();
    }

    @Test
    void endsAListThatIsTooLong() {
        answer = ("{\"status\":\"OK\",\"x\":\"" + "x".repeat(5 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> peer.waiting(MessageType.EDOC, 0)).isInstanceOf(PeerException.class);
    }

    @Test
    void followsNoRedirection() throws Exception {
        status = 302;
        assertThatThrownBy(() -> peer.fetch(MESSAGE)).isInstanceOf(PeerException.class);
        assertThatThrownBy(() -> peer.waiting(MessageType.EDOC, 0)).isInstanceOf(PeerException.class);
        assertThat(asked).doesNotContain("/elsewhere");
        assertNoFileIsLeft();
    }

    @Test
    void passesByRowsThatCannotBeUsed() throws Exception {
        answer = """
                {"status":"OK","ErrorCode":"0","data":[{"docId":"1","to":"H03"},{"docId":"","to":"H03"},{"to":"H03"},
                {"docId":"2","to":"không có mã"},{"docId":"3"},{"docId":"4\\r\\nX: y","to":"H03"},"x"]}""".getBytes(StandardCharsets.UTF_8);
        assertThat(peer.waiting(MessageType.EDOC, 0).messages())
                .extracting(PeerMessage::docId)
                .containsExactly("1");
    }

    private void assertNoFileIsLeft() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
