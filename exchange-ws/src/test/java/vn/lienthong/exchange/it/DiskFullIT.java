package vn.lienthong.exchange.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.soap.endpoint.SoapSystem;
import vn.lienthong.exchange.boundary.soap.message.ExchangeFaultException;
import vn.lienthong.exchange.boundary.soap.message.SendDocument;
import vn.lienthong.exchange.boundary.soap.message.SendDocumentResponse;
import vn.lienthong.exchange.boundary.vxp.VxpClient;

/**
 * The disk of the content store is full: every protocol says that a later try may succeed, nothing is stored half, and
 * once there is room the server goes on by itself.
 */
class DiskFullIT {
    private static final int OFFSET = 830;
    private static final int DATABASE_PORT = 15936;
    private static final long DISK = 160L << 20;
    private static final String CODE = "storage-full";

    @TempDir
    private Path folder;

    private TestState state;
    private ServerProcess server;

    @Test
    void refusesForNowAndGoesOnWhenThereIsRoom() throws Exception {
        SmallDisk.unmount(Path.of(System.getProperty("lienthong.it.state")).resolveSibling("full-state/content"));
        state = TestState.fresh("full-state");
        try (SmallDisk disk = SmallDisk.mountedOn(state.folder().resolve("content"), DISK)) {
            state.withDatabase(DATABASE_PORT);
            try (ServerProcess started = ServerProcess.start(state, OFFSET, DATABASE_PORT, "512m")) {
                server = started;
                Stored before = Stored.now(new Stored.Place(
                        state.folder(), "jdbc:postgresql://127.0.0.1:" + DATABASE_PORT + "/lienthong", 9990 + OFFSET));

                // the disk fills up while the body comes in: the kernel refuses to write on
                refuseAll(new Letters(folder, "1", DISK / 4 * 3));
                before.assertUnchanged("bodies that do not fit");

                Letters small = new Letters(folder, "2", 1000);
                Path filler = disk.fillBut(1 << 20);
                refuseAll(small);
                assertThat(before.health())
                        .as("a server that can take nothing is not ready")
                        .isEqualTo(503);

                Files.delete(filler);
                Eventually.within(Duration.ofMinutes(1), "the server is ready again", () -> before.health() == 200);
                before.assertUnchanged("bodies on a full disk");
                acceptAll(small);
                before.withOneMore().withOneMore().withOneMore().assertUnchanged("three that were sent again");
            }
        } finally {
            state.stopDatabase();
        }
    }

    @AfterEach
    void unmount() {
        SmallDisk.unmount(state.folder().resolve("content"));
    }

    /** One message for each protocol. */
    private record Letters(Path vxp, Path rest, Path soap) {
        Letters(Path folder, String number, long attachment) throws Exception {
            this(
                    TestLetter.write(folder.resolve("v" + number), number + "1", attachment, TestLetter.PROVINCE),
                    TestLetter.write(folder.resolve("r" + number), number + "2", attachment, TestLetter.PROVINCE),
                    TestLetter.write(folder.resolve("s" + number), number + "3", attachment, TestLetter.PROVINCE));
            String text = Files.readString(soap, StandardCharsets.ISO_8859_1);
            Files.writeString(soap, text.replace(TestLetter.SENDER, TestLetter.MINISTRY), StandardCharsets.ISO_8859_1);
        }
    }

    private void refuseAll(Letters letters) throws Exception {
        VxpClient.Answer vxp = overVxp(letters.vxp());
        assertThat(vxp.httpStatus()).isEqualTo(507);
        assertThat(vxp.errorCode()).isEqualTo("150");

        HttpResponse<String> rest = overRest(letters.rest());
        JsonNode problem = SignedAttachment.json(rest.body());
        assertThat(rest.statusCode()).isEqualTo(507);
        assertThat(problem.get("code").asText()).isEqualTo(CODE);
        assertThat(problem.get("retryable").asBoolean()).isTrue();
        assertThat(rest.headers().firstValue("Retry-After")).isPresent();

        assertThatThrownBy(() -> overSoap(letters.soap())).isInstanceOfSatisfying(ExchangeFaultException.class, e -> {
            assertThat(e.getFaultInfo().code).isEqualTo(CODE);
            assertThat(e.getFaultInfo().retryable).isTrue();
        });
    }

    private void acceptAll(Letters letters) throws Exception {
        assertThat(overVxp(letters.vxp()).ok()).isTrue();
        assertThat(overRest(letters.rest()).statusCode()).isEqualTo(201);
        assertThat(overSoap(letters.soap()).repeated).isFalse();
    }

    private VxpClient.Answer overVxp(Path letter) throws Exception {
        String secret = state.text("secrets/qlvb.bac-kan.vxp");
        try (VxpClient client =
                new VxpClient(server.url(), "qlvb.bac-kan", secret, SSLContext.getDefault(), Clock.systemUTC())) {
            return client.sendEdoc(letter, TestLetter.SENDER, "edoc");
        }
    }

    private HttpResponse<String> overRest(Path letter) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/dispatches"))
                .header("Authorization", "Bearer " + state.text("secrets/qlvb.bac-kan.token"))
                .header("Content-Type", "application/edxml+xml")
                .POST(BodyPublishers.ofFile(letter))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private SendDocumentResponse overSoap(Path letter) throws Exception {
        SendDocument request = new SendDocument();
        request.sha256 = SignedAttachment.sha256(letter);
        request.length = Files.size(letter);
        request.content = new DataHandler(new FileDataSource(letter.toFile()));
        return SoapSystem.client(state.folder(), URI.create(server.url() + "/soap/exchange"), "ministry", true)
                .sendDocument(request);
    }
}
