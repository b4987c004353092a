package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.BAC_KAN;
import static vn.lienthong.exchange.boundary.rest.RestClient.CAO_BANG;
import static vn.lienthong.exchange.boundary.rest.RestClient.OPERATOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The directory over REST: an operator's file, searching, and what became of an agency. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestAgenciesIT {
    private static final String FILE = """
            {"id":"W10.01","name":"Sở Đường bộ Thử nghiệm","parent":"W10","code102":"000.00.01.W10","mail":"so@w10.example"}
            {"id":"W10","name":"Ủy ban Thử nghiệm"}
            {"id":"W10.02","name":"Sở Đường sắt Thử nghiệm","parent":"W10"}
            """;

    @Test
    void anOperatorsFileIsTriedAndAppliedAndItsAgenciesAreFound() throws Exception {
        try (RestClient client = new RestClient()) {
            JsonNode tried = imported(client, OPERATOR, "?dryRun=true", FILE).json();
            assertThat(tried.get("applied").asBoolean()).isFalse();
            assertThat(tried.get("registered").asInt()).isEqualTo(3);
            assertThat(client.get(BAC_KAN, "agencies/W10").status()).isEqualTo(404);

            JsonNode applied = imported(client, OPERATOR, "", FILE).json();
            assertThat(applied.get("registered").asInt()).isEqualTo(3);
            assertThat(applied.get("first").get(0).get("id").asText()).isEqualTo("W10.01");
            assertThat(imported(client, OPERATOR, "", FILE)
                            .json()
                            .get("unchanged")
                            .asInt())
                    .isEqualTo(3);

            assertThat(client.get(BAC_KAN, "agencies/000.00.01.W10")
                            .json()
                            .get("id")
                            .asText())
                    .isEqualTo("W10.01");
            assertThat(found(client, "duong%20thu%20nghiem&limit=1")).containsExactly("W10.01", "W10.02");
            assertThat(client.get(BAC_KAN, "agencies?parent=W10").json().get("items"))
                    .hasSize(2);
            assertThat(client.get(BAC_KAN, "agencies?parent=W10&q=sat").json().get("items"))
                    .hasSize(1);
            String merger =
                    "{\"id\":\"W10.01\",\"name\":\"Sở Đường bộ Thử nghiệm\",\"closed\":true,\"successor\":\"W10.02\"}";
            assertThat(imported(client, OPERATOR, "", merger)
                            .json()
                            .get("merged")
                            .asInt())
                    .isEqualTo(1);
            assertThat(found(client, "duong%20thu%20nghiem&limit=1")).containsExactly("W10.02");
            JsonNode closed = client.get(BAC_KAN, "agencies/W10.01").json();
            assertThat(closed.get("successor").asText()).isEqualTo("W10.02");
            assertThat(closed.get("closedAt").asText()).endsWith("Z");
            JsonNode history =
                    client.get(BAC_KAN, "agencies/000.00.01.W10/history").json().get("versions");
            assertThat(history).hasSize(2);
            assertThat(history.get(1).get("change").asText()).isEqualTo("merged");
            assertThat(history.get(0).get("validUntil"))
                    .isEqualTo(history.get(1).get("validFrom"));
        }
    }

    @Test
    void faultsAreToldByLineAndNothingIsChanged() throws Exception {
        try (RestClient client = new RestClient()) {
            RestClient.Answer refused = imported(
                    client, OPERATOR, "", "{\"id\":\"W20\",\"name\":\"Có\"}\n{\"id\":\"W20.01\",\"parent\":\"W29\"}");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("directory-file-invalid");
            assertThat(refused.json().get("findings").get(0).get("code").asText())
                    .isEqualTo("N.2.name");
            refused = imported(client, OPERATOR, "", "{\"id\":\"W20\",\"name\":\"Có\",\"parent\":\"W29\"}");
            assertThat(refused.json().get("findings").get(0).get("code").asText())
                    .isEqualTo("M.1.parent");
            assertThat(client.get(BAC_KAN, "agencies/W20").status()).isEqualTo(404);
        }
    }

    @Test
    void nobodyElseImportsAndOddCodesAreRefused() throws Exception {
        try (RestClient client = new RestClient()) {
            assertThat(imported(client, CAO_BANG, "", FILE).status()).isEqualTo(403);
            assertThat(client.get(BAC_KAN, "agencies/%3Cscript%3E").status()).isEqualTo(400);
            assertThat(client.get(BAC_KAN, "agencies?cursor=YWdlbmN5Onh4OjA").code())
                    .isEqualTo("parameter-invalid");
            assertThat(client.get(BAC_KAN, "agencies?q=" + "a".repeat(101)).status())
                    .isEqualTo(400);
        }
    }

    private static List<String> found(RestClient client, String query) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        String path = "agencies?q=" + query;
        while (path != null) {
            JsonNode page = client.get(BAC_KAN, path).json();
            page.get("items").forEach(item -> ids.add(item.get("id").asText()));
            path = page.hasNonNull("nextCursor")
                    ? "agencies?q=" + query.replaceAll("&.*", "") + "&cursor="
                            + page.get("nextCursor").asText()
                    : null;
        }
        return ids;
    }

    private static RestClient.Answer imported(RestClient client, String account, String query, String file)
            throws IOException, InterruptedException {
        return client.send(RestClient.as(account, "agency-imports" + query)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(file)));
    }
}
