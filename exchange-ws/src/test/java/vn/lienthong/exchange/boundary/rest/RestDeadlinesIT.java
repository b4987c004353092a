package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.AUDITOR;
import static vn.lienthong.exchange.boundary.rest.RestClient.CAO_BANG;
import static vn.lienthong.exchange.boundary.rest.RestClient.OPERATOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deadlines over REST: lists, reports, rules and the calendar. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestDeadlinesIT {
    @Test
    void theCalendarTellsHolidaysAndWhatWasDecided() throws Exception {
        try (RestClient client = new RestClient()) {
            JsonNode year = client.get(CAO_BANG, "calendar/2031").json();
            assertThat(year.get("holidays").findValuesAsText("day")).contains("2031-01-23", "2031-09-02");
            String saturday = "{\"working\":true,\"name\":\"Hoán đổi ngày làm việc\"}";
            assertThat(put(client, CAO_BANG, "calendar/days/2031-03-01", saturday)
                            .status())
                    .isEqualTo(403);
            assertThat(put(client, OPERATOR, "calendar/days/2031-03-01", saturday)
                            .status())
                    .isEqualTo(200);
            assertThat(client.get(CAO_BANG, "calendar/2031")
                            .json()
                            .get("decided")
                            .get(0)
                            .get("day")
                            .asText())
                    .isEqualTo("2031-03-01");
            assertThat(client.send(RestClient.as(OPERATOR, "calendar/days/2031-03-01")
                                    .DELETE())
                            .status())
                    .isEqualTo(204);
            assertThat(client.send(RestClient.as(OPERATOR, "calendar/days/2031-03-01")
                                    .DELETE())
                            .status())
                    .isEqualTo(404);
            assertThat(put(client, OPERATOR, "calendar/days/2031-02-30", saturday)
                            .status())
                    .isEqualTo(400);
            assertThat(client.get(CAO_BANG, "calendar/99999").status()).isEqualTo(404);
        }
    }

    @Test
    void rulesAreReadByAllAndChangedByOperators() throws Exception {
        try (RestClient client = new RestClient()) {
            JsonNode rules = client.get(CAO_BANG, "deadline-rules").json().get("items");
            assertThat(rules).hasSize(10);
            String rule = "{\"minutes\":30,\"aroundTheClock\":true,\"leadMinutes\":10}";
            assertThat(put(client, CAO_BANG, "deadline-rules/receive/4", rule).status())
                    .isEqualTo(403);
            assertThat(put(client, OPERATOR, "deadline-rules/receive/4", rule)
                            .json()
                            .get("minutes")
                            .asInt())
                    .isEqualTo(30);
            assertThat(put(client, OPERATOR, "deadline-rules/receive/5", rule).status())
                    .isEqualTo(404);
            assertThat(put(client, OPERATOR, "deadline-rules/receive/4", "{\"minutes\":30,\"workingDays\":1}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void deadlinesAndReportsAreOnesOwn() throws Exception {
        try (RestClient client = new RestClient()) {
            assertThat(client.get(CAO_BANG, "deadlines?state=overdue&limit=5")
                            .json()
                            .get("items"))
                    .isEmpty();
            assertThat(client.get(CAO_BANG, "deadlines?agency=G06").status()).isEqualTo(403);
            assertThat(client.get(AUDITOR, "deadlines").status()).isEqualTo(403);
            assertThat(client.get(CAO_BANG, "deadlines?state=soon").status()).isEqualTo(400);
            assertThat(client.get(CAO_BANG, "deadlines?cursor=x").status()).isEqualTo(400);
            assertThat(client.get(CAO_BANG, "deadline-reports/2026-11")
                            .json()
                            .get("month")
                            .asText())
                    .isEqualTo("2026-11");
            RestClient.Answer csv = client.get(OPERATOR, "deadline-reports/2026-11.csv");
            assertThat(csv.header("Content-Type")).startsWith("text/csv");
            assertThat(new String(csv.body(), StandardCharsets.UTF_8))
                    .startsWith("month,agency,kind,kept,late,open\r\n");
            assertThat(client.get(CAO_BANG, "deadline-reports/2026-11?agency=G06")
                            .status())
                    .isEqualTo(403);
            assertThat(client.get(CAO_BANG, "deadline-reports/2026-13").status())
                    .isEqualTo(400);
        }
    }

    private static RestClient.Answer put(RestClient client, String account, String path, String body)
            throws IOException, InterruptedException {
        return client.send(RestClient.as(account, path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }
}
