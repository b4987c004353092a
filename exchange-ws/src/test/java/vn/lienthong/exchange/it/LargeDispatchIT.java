package vn.lienthong.exchange.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import java.io.InputStream;
import java.io.RandomAccessFile;
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
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.soap.endpoint.SoapSystem;
import vn.lienthong.exchange.boundary.soap.message.Exchange;
import vn.lienthong.exchange.boundary.soap.message.GetDocument;
import vn.lienthong.exchange.boundary.soap.message.GetDocumentResponse;
import vn.lienthong.exchange.boundary.soap.message.GetPendingDocumentIds;
import vn.lienthong.exchange.boundary.soap.message.SendDocument;
import vn.lienthong.exchange.boundary.soap.message.SendDocumentResponse;
import vn.lienthong.exchange.boundary.vxp.VxpClient;

/**
 * A message of 1 GB goes through a server whose heap is 512 MB, in and out over each protocol, and comes out as it went
 * in: the signed document inside it is still valid. One server and one file serve them all; between two sendings the
 * file's number and sender change, and nothing else.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LargeDispatchIT {
    private static final int OFFSET = 820;
    private static final int DATABASE_PORT = 15935;
    private static final long GIGABYTE = 1L << 30;

    @TempDir
    private static Path folder;

    private static TestState state;
    private static ServerProcess server;
    private static SignedAttachment document;
    private static Path letter;
    private static Path fetched;

    @BeforeAll
    static void start() throws Exception {
        state = TestState.fresh("large-state").withDatabase(DATABASE_PORT);
        server = ServerProcess.start(state, OFFSET, DATABASE_PORT, "512m");
        document = SignedAttachment.of(server);
        letter = folder.resolve("large.edxml");
        fetched = folder.resolve("fetched.edxml");
        TestLetter.write(letter, "1", document.octets(), GIGABYTE / 4 * 3, TestLetter.MINISTRY);
        assertThat(Files.size(letter)).isGreaterThan(GIGABYTE);
    }

    @AfterAll
    static void stop() {
        server.close();
        state.stopDatabase();
    }

    @Test
    @Order(1)
    void goesInAndOutOverVxp() throws Exception {
        try (VxpClient sender = vxp("qlvb.bac-kan");
                VxpClient receiver = vxp("qlvb.bo-khcn")) {
            VxpClient.Answer sent = sender.sendEdoc(letter, TestLetter.SENDER, "edoc");
            assertThat(sent.ok()).as(sent.json().toString()).isTrue();
            String received = sender.getSentEdocList("edoc", sent.docId())
                    .json()
                    .at("/data/0/receiverDocId")
                    .asText();
            assertThat(receiver.downloadEdoc(received, fetched)).isEqualTo(200);
            assertCameThrough();
        }
    }

    @Test
    @Order(2)
    void goesInAndOutOverRest() throws Exception {
        replace("<edXML:CodeNumber>1<", "<edXML:CodeNumber>2<");
        replace(",1/UBND-NC", ",2/UBND-NC");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> sent = http.send(
                    rest("qlvb.bac-kan", "dispatches")
                            .header("Content-Type", "application/edxml+xml")
                            .POST(BodyPublishers.ofFile(letter))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
            String id = SignedAttachment.json(sent.body()).get("id").asText();
            String detail = http.send(rest("qlvb.bac-kan", "dispatches/" + id).build(), BodyHandlers.ofString())
                    .body();
            String delivery =
                    SignedAttachment.json(detail).at("/deliveries/0/deliveryId").asText();
            Files.delete(fetched);
            assertThat(http.send(
                                    rest("qlvb.bo-khcn", "dispatches/" + delivery + "/content")
                                            .build(),
                                    BodyHandlers.ofFile(fetched))
                            .statusCode())
                    .isEqualTo(200);
            assertCameThrough();
        }
    }

    @Test
    @Order(3)
    void goesOutOverSoapByMtom() throws Exception {
        Exchange ministry = ministry();
        String sha256 = SignedAttachment.sha256(letter);
        GetDocument request = new GetDocument();
        request.docId = ministry.getPendingDocumentIds(new GetPendingDocumentIds()).pending.stream()
                .filter(row -> row.sha256.equals(sha256))
                .findFirst()
                .orElseThrow()
                .docId;
        GetDocumentResponse answer = ministry.getDocument(request);
        Files.delete(fetched);
        try (InputStream content = answer.content.getInputStream()) {
            Files.copy(content, fetched);
        }
        assertThat(answer.sha256).isEqualTo(sha256);
        assertCameThrough();
    }

    @Test
    @Order(4)
    void goesInOverSoapByMtom() throws Exception {
        replace(TestLetter.MINISTRY, TestLetter.PROVINCE);
        replace(TestLetter.SENDER, TestLetter.MINISTRY);
        SendDocument request = new SendDocument();
        request.sha256 = SignedAttachment.sha256(letter);
        request.length = Files.size(letter);
        request.content = new DataHandler(new FileDataSource(letter.toFile()));
        SendDocumentResponse sent = ministry().sendDocument(request);
        assertThat(sent.sha256).isEqualTo(request.sha256);
        try (VxpClient receiver = vxp("qlvb.cao-bang")) {
            String received = StreamSupport.stream(
                            receiver.getReceivedEdocList("edoc")
                                    .json()
                                    .get("data")
                                    .spliterator(),
                            false)
                    .map(row -> row.get("docId").asText())
                    .findFirst()
                    .orElseThrow();
            assertThat(receiver.downloadEdoc(received, fetched)).isEqualTo(200);
        }
        assertCameThrough();
    }

    private static void assertCameThrough() throws Exception {
        assertThat(Files.mismatch(letter, fetched)).isEqualTo(-1);
        document.assertValidIn(fetched, server);
    }

    /** Every occurrence within the header; both texts are equally long. */
    private static void replace(String text, String other) throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(letter.toFile(), "rw")) {
            byte[] head = new byte[8192];
            file.readFully(head);
            String replaced = new String(head, StandardCharsets.ISO_8859_1).replace(text, other);
            assertThat(replaced).hasSize(head.length).contains(other);
            file.seek(0);
            file.write(replaced.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static Exchange ministry() {
        return SoapSystem.client(state.folder(), URI.create(server.url() + "/soap/exchange"), "ministry", true);
    }

    private static HttpRequest.Builder rest(String account, String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/" + path))
                .header("Authorization", "Bearer " + state.text("secrets/" + account + ".token"));
    }

    private static VxpClient vxp(String system) throws Exception {
        return new VxpClient(
                server.url(),
                system,
                state.text("secrets/" + system + ".vxp"),
                SSLContext.getDefault(),
                Clock.systemUTC());
    }
}
