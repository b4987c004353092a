package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.OFFICIAL;
import static vn.lienthong.exchange.boundary.rest.RestClient.OPERATOR;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;

/** What monitoring reads of the running server. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MetricsIT {
    private static final String LINE =
            "(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{[a-z]+=\"[^\"\\\\]*\"\\})? -?[0-9.]+(E-?[0-9]+)?)";

    @Test
    void tellsOperatorsHowTheSignerDoes() throws Exception {
        try (RestClient client = new RestClient()) {
            Answer answer = client.get(OPERATOR, "metrics");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("text/plain").contains("version=0.0.4");
            List<String> lines =
                    new String(answer.body(), StandardCharsets.UTF_8).lines().toList();
            assertThat(lines).allMatch(line -> line.matches(LINE));
            assertThat(lines)
                    .anyMatch(line -> line.matches("lienthong_hsm_usable\\{place=\".+\"} 1.0"))
                    .anyMatch(line -> line.matches("lienthong_hsm_signs\\{place=\".+\"} 1.0"))
                    .anyMatch(line -> line.startsWith("lienthong_hsm_sessions_open{"))
                    .anyMatch(line -> line.matches("lienthong_hsm_calls_hung\\{place=\".+\"} 0.0"))
                    .contains("lienthong_tsa_clock_right 1.0")
                    .anyMatch(line -> line.startsWith("lienthong_gate_waiting{gate=\"sign\"} "))
                    .anyMatch(line -> line.startsWith("lienthong_kept_signatures{state=\"awaiting\"} "));
        }
    }

    @Test
    void tellsNobodyElse() throws Exception {
        try (RestClient client = new RestClient()) {
            assertThat(client.get(OFFICIAL, "metrics").code()).isEqualTo("not-permitted");
            assertThat(client.send(RestClient.anonymous("/api/v1/metrics")).status())
                    .isEqualTo(401);
        }
    }
}
