package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.AUDITOR;
import static vn.lienthong.exchange.boundary.rest.RestClient.BAC_KAN;
import static vn.lienthong.exchange.boundary.rest.RestClient.CAO_BANG;
import static vn.lienthong.exchange.boundary.rest.RestClient.MINISTRY;
import static vn.lienthong.exchange.boundary.rest.RestClient.OFFICIAL;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;
import vn.lienthong.exchange.boundary.vxp.SampleEdoc;
import vn.lienthong.exchange.it.Eventually;

/** Recall, consent, replacement and trail as a client sees them. */
class RestRecallIT {
    private static final String EDXML = "application/edxml+xml";
    private static final String REASON = "{\"reason\":\"Ban hành sai thẩm quyền\"}";

    @TempDir
    Path folder;

    @Test
    void aRecallAsksWhoeverHasTheDocumentAndTheTrailShowsIt() throws Exception {
        Path sent = SampleEdoc.document(folder.resolve("sent.edxml"), "451", 1000);
        try (RestClient client = new RestClient()) {
            String id = client.post(BAC_KAN, "dispatches", EDXML, sent)
                    .json()
                    .get("id")
                    .asText();
            assertThat(client.get(MINISTRY, "dispatches/" + id + "/content").status())
                    .isEqualTo(200);
            assertThat(client.post(MINISTRY, "dispatches/" + id + "/recall", REASON)
                            .code())
                    .isEqualTo("not-found");
            assertThat(client.post(OFFICIAL, "dispatches/" + id + "/recall", REASON)
                            .code())
                    .isEqualTo("not-permitted");
            assertThat(client.post(BAC_KAN, "dispatches/" + id + "/recall", "{}")
                            .code())
                    .isEqualTo("parameter-missing");

            Answer recalled = client.post(BAC_KAN, "dispatches/" + id + "/recall", REASON);
            assertThat(recalled.status()).isEqualTo(201);
            Answer again = client.post(BAC_KAN, "dispatches/" + id + "/recall", REASON);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(recalled.body());
            String recall = recalled.json().get("id").asText();

            Answer withdrawn = client.get(CAO_BANG, "dispatches/" + id + "/content");
            assertThat(withdrawn.status()).isEqualTo(410);
            assertThat(withdrawn.code()).isEqualTo("delivery-withdrawn");
            assertThat(client.get(MINISTRY, "dispatches/" + recall + "/content").body())
                    .asString(StandardCharsets.UTF_8)
                    .contains("BussinessDocType>1<", "Ban hành sai thẩm quyền", SampleEdoc.documentId("451"));

            assertThat(client.post(MINISTRY, "dispatches/" + recall + "/consent", "{\"agree\":false}")
                            .code())
                    .isEqualTo("parameter-missing");
            assertThat(client.post(MINISTRY, "dispatches/" + recall + "/consent", "{\"agree\":true}")
                            .status())
                    .isEqualTo(201);
            assertThat(client.post(MINISTRY, "dispatches/" + id + "/consent", "{\"agree\":true}")
                            .status())
                    .isEqualTo(200);
            assertThat(client.get(MINISTRY, "dispatches/" + id + "/content").code())
                    .isEqualTo("delivery-withdrawn");
            for (String account : List.of(BAC_KAN, AUDITOR)) {
                assertThat(client.get(account, "dispatches/" + id + "/content").status())
                        .isEqualTo(200);
            }

            assertThat(events(client, MINISTRY, id))
                    .containsExactly("accepted", "given", "change", "status", "status", "withdrawn");
            assertThat(events(client, BAC_KAN, id)).hasSize(10);
            assertThat(client.get(BAC_KAN, "dispatches/" + id).json().get("changes"))
                    .extracting(change -> change.get("change").asText())
                    .containsOnly(recall);
            assertThat(evidence(client, id))
                    .as("the document's own evidence tells of its recall")
                    .contains("delivery-withdrawn", "status-recorded", recall);
        }
    }

    @Test
    void aReplacementHasToReplaceWhatTheRequestNames() throws Exception {
        Path first = SampleEdoc.document(folder.resolve("first.edxml"), "452", 10);
        Path second = SampleEdoc.document(folder.resolve("second.edxml"), "453", 10);
        Path replacement = folder.resolve("replacement.edxml");
        Files.writeString(
                replacement,
                Files.readString(second)
                        .replace("BussinessDocType>0<", "BussinessDocType>3<")
                        .replace(
                                "<edXML:BussinessDocType>",
                                "<edXML:DocumentId>" + SampleEdoc.documentId("452")
                                        + "</edXML:DocumentId><edXML:BussinessDocType>"));
        try (RestClient client = new RestClient()) {
            String id = client.post(BAC_KAN, "dispatches", EDXML, first)
                    .json()
                    .get("id")
                    .asText();
            assertThat(client.post(BAC_KAN, "dispatches/" + id + "/replace", EDXML, second)
                            .code())
                    .isEqualTo("change-not-possible");
            assertThat(client.post(CAO_BANG, "dispatches/" + id + "/replace", EDXML, replacement)
                            .code())
                    .isEqualTo("not-found");
            Answer replaced = client.post(BAC_KAN, "dispatches/" + id + "/replace", EDXML, replacement);
            assertThat(replaced.status()).isEqualTo(201);
            String newer = replaced.json().get("id").asText();
            assertThat(client.get(MINISTRY, "dispatches/" + id).json().get("changes"))
                    .extracting(change -> change.get("changeDocumentId").asText())
                    .containsExactly(SampleEdoc.documentId("453"));
            assertThat(client.post(
                                    MINISTRY,
                                    "dispatches/" + newer + "/consent",
                                    "{\"agree\":false,\"reason\":\"Đã xử lý xong\"}")
                            .status())
                    .isEqualTo(201);
            assertThat(client.get(MINISTRY, "dispatches/" + id + "/content").status())
                    .isEqualTo(200);
        }
    }

    /** The text of evidence.json, once everything about the dispatch is sealed. */
    private static String evidence(RestClient client, String id) {
        Answer[] sealed = new Answer[1];
        Eventually.within(Duration.ofMinutes(1), "the evidence is sealed", () -> {
            sealed[0] = client.get(BAC_KAN, "dispatches/" + id + "/evidence");
            return sealed[0].status() == 200;
        });
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sealed[0].body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("evidence.json")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no evidence.json");
    }

    private static List<String> events(RestClient client, String account, String id) throws Exception {
        JsonNode items =
                client.get(account, "dispatches/" + id + "/trail").json().get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get("event").asText())
                .toList();
    }
}
