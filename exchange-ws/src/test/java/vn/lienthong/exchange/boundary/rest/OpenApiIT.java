package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.it.Checkout;
import vn.lienthong.exchange.it.Commands;

/** The description of the REST API is one that a stranger's reader takes. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OpenApiIT {
    private static final String VALIDATOR = "openapi_spec_validator";

    @Test
    void aStrangersValidatorFindsNothingWrong() throws Exception {
        Path folder = Checkout.root().resolve("exchange-ws/target");
        try (RestClient client = new RestClient()) {
            byte[] description = client.send(RestClient.anonymous("/openapi").header("Accept", "application/json"))
                    .body();
            Path file = Files.write(folder.resolve("openapi.json"), description);
            assumeThat(Commands.run(folder, List.of("python3", "-c", "import " + VALIDATOR))
                            .status())
                    .as("python3 has " + VALIDATOR)
                    .isZero();

            Commands.Result result =
                    Commands.run(folder, List.of("python3", "-m", VALIDATOR, "--errors", "all", file.toString()));

            assertThat(result.status()).as(result.output()).isZero();
        }
    }

    @Test
    void describesTheFeedWebhooksUploadsAndWhatReceiversTake() throws Exception {
        try (RestClient client = new RestClient()) {
            JsonNode paths = client.send(RestClient.anonymous("/openapi").header("Accept", "application/json"))
                    .json()
                    .get("paths");
            assertThat(RestClient.names(paths))
                    .contains(
                            "/api/v1/events",
                            "/api/v1/webhooks/{id}/replays",
                            "/api/v1/uploads/{id}",
                            "/api/v1/agencies/{code}/capabilities",
                            "/api/v1/dispatches/{id}/deliveries/{deliveryId}/attempts",
                            "/api/v1/delivery-restores");
            assertThat(paths.get("/api/v1/webhooks")
                            .get("post")
                            .get("responses")
                            .has("201"))
                    .isTrue();
        }
    }
}
