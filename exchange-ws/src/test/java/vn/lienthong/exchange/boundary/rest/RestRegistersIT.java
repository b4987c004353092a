package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.CAO_BANG;
import static vn.lienthong.exchange.boundary.rest.RestClient.MINISTRY;
import static vn.lienthong.exchange.boundary.rest.RestClient.OFFICIAL;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.it.AuditBodies;
import vn.lienthong.exchange.it.Commands;

/** Registers over REST: numbers, lists, documents, settings and closing. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestRegistersIT {
    private static final int YEAR =
            LocalDate.now(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"))).getYear();
    /** A person of one agency, who may seal for it. */
    private static final String CLERK = "van-thu-bac-kan";

    private static final String SEAL = "seal-ubnd-bac-kan";
    private static final String OUTGOING = "registers/outgoing/" + YEAR;
    private static final String DECISION = """
            {"kind":"QĐ","notation":"QĐ-UBND","subject":"Ban hành Quy chế làm việc số %s","signer":"Nguyễn Văn An",
             "recipients":"Các sở, ban, ngành","copies":12,"receiver":"Văn thư"}""";

    @TempDir
    Path folder;

    @Test
    void aDocumentGetsANumberIsFoundCompletedAndCancelled() throws Exception {
        try (RestClient client = new RestClient()) {
            RestClient.Answer first = register(client, CAO_BANG, "khoa-1", DECISION.formatted(1));
            assertThat(first.status()).isEqualTo(201);
            JsonNode entry = first.json();
            String code = entry.get("code").asText();
            assertThat(code).endsWith("/QĐ-UBND");
            assertThat(entry.get("typeName").asText()).isEqualTo("Quyết định");
            RestClient.Answer again = register(client, CAO_BANG, "khoa-1", DECISION.formatted(1));
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(register(client, CAO_BANG, "khoa-1", DECISION.formatted(2))
                            .code())
                    .isEqualTo("idempotency-key-reused");
            assertThat(client.post(CAO_BANG, OUTGOING + "/entries", DECISION.formatted(3))
                            .code())
                    .isEqualTo("parameter-missing");
            int next = register(client, CAO_BANG, "khoa-2", DECISION.formatted(2))
                    .json()
                    .get("number")
                    .asInt();
            assertThat(next).isEqualTo(entry.get("number").asInt() + 1);

            String path = OUTGOING + "/entries/" + entry.get("id").asText();
            assertThat(client.get(CAO_BANG, path).json()).isEqualTo(entry);
            JsonNode complete = client.post(
                            CAO_BANG,
                            path + "/additions",
                            "{\"transferredOn\":\"2026-11-30\",\"receivedBy\":\"Trần Bình\"}")
                    .json();
            assertThat(complete.get("receiver").asText()).isEqualTo("Văn thư");
            assertThat(complete.get("receivedBy").asText()).isEqualTo("Trần Bình");
            JsonNode cancelled = client.post(CAO_BANG, path + "/cancellation", "{\"reason\":\"Không ban hành\"}")
                    .json();
            assertThat(cancelled.get("cancelled").get("reason").asText()).isEqualTo("Không ban hành");
            assertThat(client.post(CAO_BANG, path + "/additions", "{\"note\":\"x\"}")
                            .code())
                    .isEqualTo("register-entry-cancelled");
            assertThat(client.post(CAO_BANG, path + "/cancellation", "{\"reason\":\" \"}")
                            .status())
                    .isEqualTo(400);

            JsonNode page = client.get(CAO_BANG, OUTGOING + "/entries?q=quy%20che%20lam%20viec&limit=1")
                    .json();
            assertThat(page.get("items")).hasSize(1);
            JsonNode rest = client.get(
                            CAO_BANG,
                            OUTGOING + "/entries?q=quy%20che&cursor="
                                    + page.get("nextCursor").asText())
                    .json();
            assertThat(rest.get("items").get(0).get("number").asInt()).isEqualTo(next);
            assertThat(client.get(CAO_BANG, OUTGOING + "/entries?cancelled=true")
                            .json()
                            .get("items"))
                    .hasSize(1);
            assertThat(client.get(CAO_BANG, OUTGOING)
                            .json()
                            .get("counters")
                            .get(0)
                            .get("lastNumber")
                            .asInt())
                    .isEqualTo(next);
        }
    }

    @Test
    void isWrittenOutAsXmlAndPdf() throws Exception {
        try (RestClient client = new RestClient()) {
            register(client, MINISTRY, "khoa-xml", DECISION.formatted("xml"));
            RestClient.Answer xml = client.get(MINISTRY, OUTGOING + ".xml");
            assertThat(xml.status()).isEqualTo(200);
            assertThat(xml.header("Content-Type")).startsWith("application/xml");
            Files.write(folder.resolve("register.xml"), xml.body());
            String schema = Path.of("src/main/resources/vn/lienthong/exchange/infrastructure/register/register-1.xsd")
                    .toAbsolutePath()
                    .toString();
            Commands.succeed(folder, List.of("xmllint", "--noout", "--schema", schema, "register.xml"));
            RestClient.Answer pdf = client.get(MINISTRY, OUTGOING + ".pdf?from=" + YEAR + "-01-01");
            assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
            Files.write(folder.resolve("register.pdf"), pdf.body());
            assertThat(Commands.succeed(folder, List.of("pdftotext", "-layout", "register.pdf", "-")))
                    .contains("SỔ ĐĂNG KÝ VĂN BẢN ĐI", "Nguyễn Văn");
            assertThat(client.get(MINISTRY, OUTGOING + ".pdf?from=2026-02-30").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void aYearThatIsOverIsClosedAndItsPrintIsSealed() throws Exception {
        try (RestClient client = new RestClient()) {
            String last = "registers/incoming/" + (YEAR - 1);
            assertThat(client.post(CLERK, OUTGOING + "/closing", "{}").code()).isEqualTo("register-year-not-over");
            JsonNode book = client.post(CLERK, last + "/closing", "{\"key\":\"" + SEAL + "\"}")
                    .json();
            assertThat(book.get("closed").get("sealed").asBoolean())
                    .as(book.toString())
                    .isTrue();
            RestClient.Answer pdf = client.get(CLERK, last + ".pdf");
            Files.write(folder.resolve("closed.pdf"), pdf.body());
            assertThat(Commands.succeed(folder, List.of("pdfsig", "-nocert", "closed.pdf")))
                    .contains("Signature is Valid");
            assertThat(sha256(pdf.body()))
                    .isEqualTo(book.get("closed").get("pdfSha256").asText());
            RestClient.Answer xml = client.get(CLERK, last + ".xml");
            assertThat(sha256(xml.body()))
                    .isEqualTo(book.get("closed").get("xmlSha256").asText());
            assertThat(client.post(CLERK, last + "/closing", "{}").json()).isEqualTo(book);
            assertThat(AuditBodies.of("register-closed"))
                    .anyMatch(body ->
                            body.contains(book.get("closed").get("xmlSha256").asText()));
            assertThat(client.post(CLERK, "registers/outgoing/" + (YEAR - 1) + "/closing", "{\"key\":\"khong-co\"}")
                            .code())
                    .isEqualTo("key-unknown");
            assertThat(client.get(CLERK, "registers/outgoing/" + (YEAR - 1)).status())
                    .as("nothing was closed")
                    .isEqualTo(404);
        }
    }

    @Test
    void settingsAreTheAgencysOwn() throws Exception {
        try (RestClient client = new RestClient()) {
            String settings = "{\"ownSeries\":[\"NQ\",\"QĐ\"],\"arrivalOnConfirmation\":false}";
            assertThat(put(client, CLERK, "register-settings", settings).json().get("ownSeries"))
                    .hasSize(2);
            assertThat(client.get(CLERK, "register-settings").json().get("ownSeries"))
                    .hasSize(2);
            assertThat(put(client, CAO_BANG, "register-settings?agency=H03", settings)
                            .status())
                    .isEqualTo(403);
            assertThat(put(
                                    client,
                                    CLERK,
                                    "register-settings",
                                    "{\"ownSeries\":[\"q đ\"],\"arrivalOnConfirmation\":false}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void whatIsNoRegisterOrNotOnesOwnIsRefused() throws Exception {
        try (RestClient client = new RestClient()) {
            assertThat(client.get(CAO_BANG, "registers/sideways/2026").status()).isEqualTo(404);
            assertThat(client.get(CAO_BANG, "registers/outgoing/1").status()).isEqualTo(404);
            assertThat(client.get(CAO_BANG, "registers/outgoing/99999.pdf").status())
                    .isEqualTo(404);
            assertThat(client.get(CAO_BANG, OUTGOING + "?agency=H03").status()).isEqualTo(403);
            assertThat(client.get(CAO_BANG, OUTGOING + ".pdf?agency=H03").status())
                    .isEqualTo(403);
            assertThat(client.get(OFFICIAL, OUTGOING).status()).isEqualTo(403);
            assertThat(client.get(CAO_BANG, OUTGOING + "/entries?cursor=xx").status())
                    .isEqualTo(400);
            assertThat(register(client, CAO_BANG, "khoa-9", "{\"notation\":\"x\"}")
                            .code())
                    .isEqualTo("parameter-missing");
            assertThat(register(client, CAO_BANG, "khoa-9", "{\"subject\":\"x\",\"author\":\"y\"}")
                            .code())
                    .isEqualTo("parameter-invalid");
            RestClient.Answer future =
                    client.send(RestClient.as(CAO_BANG, "registers/outgoing/" + (YEAR + 1) + "/entries")
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", "khoa-10")
                            .POST(BodyPublishers.ofString(DECISION.formatted(1))));
            assertThat(future.code()).isEqualTo("register-not-of-this-year");
        }
    }

    private static RestClient.Answer register(RestClient client, String account, String key, String body)
            throws IOException, InterruptedException {
        return client.send(RestClient.as(account, OUTGOING + "/entries")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private static RestClient.Answer put(RestClient client, String account, String path, String body)
            throws IOException, InterruptedException {
        return client.send(RestClient.as(account, path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private static String sha256(byte[] octets) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    }
}
