package vn.lienthong.exchange.boundary.vxp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/** A client of the field against the running server. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class VxpIT {
    @TempDir
    Path folder;

    @Test
    void aDocumentTravelsAndItsStatusComesBack() throws Exception {
        String number = "101";
        Path sent = SampleEdoc.document(folder.resolve("edoc_new.edxml"), number, 300_000);
        try (VxpClient sender = RunningServer.client(RunningServer.BAC_KAN);
                VxpClient ministry = RunningServer.client(RunningServer.MINISTRY)) {
            VxpClient.Answer accepted = sender.sendEdoc(sent, SampleEdoc.BAC_KAN, "edoc");
            assertThat(accepted.errorDesc()).isEqualTo("Thành công");
            assertThat(sender.sendEdoc(sent, SampleEdoc.BAC_KAN, "edoc").docId())
                    .isEqualTo(accepted.docId());

            String received = rows(sender.getSentEdocList("edoc", accepted.docId())).stream()
                    .filter(row -> row.get("toCode").asText().equals(SampleEdoc.MINISTRY))
                    .map(row -> row.get("receiverDocId").asText())
                    .findFirst()
                    .orElseThrow();
            assertThat(ids(ministry.getReceivedEdocList("edoc"))).containsOnlyOnce(received);
            assertThat(Base64.getDecoder()
                            .decode(ministry.getEdoc(received)
                                    .json()
                                    .get("data")
                                    .asText()))
                    .isEqualTo(Files.readAllBytes(sent));
            Path downloaded = folder.resolve("downloaded.edxml");
            assertThat(ministry.downloadEdoc(received, downloaded)).isEqualTo(200);
            assertThat(downloaded).hasSameBinaryContentAs(sent);
            assertThat(ministry.updateStatus(received, "done").ok()).isTrue();
            assertThat(ids(ministry.getReceivedEdocList("edoc"))).doesNotContain(received);

            Path status = SampleEdoc.status(folder.resolve("status.edxml"), number, StatusCode.ARRIVED);
            assertThat(ministry.sendEdoc(status, SampleEdoc.MINISTRY, "status").errorDesc())
                    .isEqualTo("Thành công");
            String statusId = ids(sender.getReceivedEdocList("status")).getLast();
            assertThat(Base64.getDecoder()
                            .decode(sender.getEdoc(statusId).json().get("data").asText()))
                    .isEqualTo(Files.readAllBytes(status));
            sender.updateStatus(statusId, "done");
        }
    }

    @Test
    void servesTheOperationsAtABareHostToo() throws Exception {
        URI host = URI.create("http://127.0.0.1:" + RunningServer.port());
        try (VxpClient client = RunningServer.client(host, RunningServer.CAO_BANG)) {
            VxpClient.Answer agencies = client.getAgenciesList();

            assertThat(rows(agencies))
                    .extracting(row -> row.get("code").asText())
                    .contains(SampleEdoc.MINISTRY);
        }
    }

    @Test
    void saysInJsonThatItDoesNotKnowAnOperation() throws Exception {
        try (VxpClient client = RunningServer.client(RunningServer.CAO_BANG)) {
            VxpClient.Answer answer = client.json("registerEverybody", Map.of());

            assertThat(answer.httpStatus()).isEqualTo(404);
            assertThat(answer.ok()).isFalse();
        }
    }

    private static List<JsonNode> rows(VxpClient.Answer answer) {
        assertThat(answer.ok()).as(answer.json().toString()).isTrue();
        return StreamSupport.stream(answer.json().get("data").spliterator(), false)
                .toList();
    }

    private static List<String> ids(VxpClient.Answer answer) {
        return rows(answer).stream().map(row -> row.get("docId").asText()).toList();
    }
}
