package vn.lienthong.exchange.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The running server with two tokens, the second of which has no key yet: nobody notices but its operator. */
class TwoPlacesIT {
    private static final int OFFSET = 840;
    private static final int DATABASE_PORT = 15937;

    private final HttpClient http = HttpClient.newHttpClient();
    private TestState state;

    @Test
    void signsByThePlaceThatCanAndSaysWhichCannot() throws Exception {
        state = TestState.fresh("places-state").withDatabase(DATABASE_PORT);
        standby();
        configure();
        try (ServerProcess server = ServerProcess.start(state, OFFSET, DATABASE_PORT, "512m")) {
            for (int i = 0; i < 6; i++) {
                HttpResponse<String> answer = signHash(server);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            }
            String ready = get(URI.create("http://127.0.0.1:" + (9990 + OFFSET) + "/health/ready"));
            assertThat(ready)
                    .containsPattern("\"hsm_place_main\" *: *\"signs within [0-9]+ ms\"")
                    .containsPattern("\"hsm_place_standby\" *: *\"KEY_UNKNOWN")
                    .contains("UP");
        }
    }

    @AfterEach
    void stopDatabase() {
        state.stopDatabase();
    }

    private void standby() {
        Commands.succeed(
                state.folder(),
                List.of(
                        "env",
                        "SOFTHSM2_CONF=" + state.folder().resolve("softhsm2.conf"),
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        "standby",
                        "--pin",
                        "246813",
                        "--so-pin",
                        "97531086"));
    }

    private void configure() throws Exception {
        Path file = state.folder().resolve("exchange.properties");
        String module = Files.readString(file)
                .lines()
                .filter(line -> line.startsWith("hsm-module-path="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
        String rest = Files.readString(file)
                .lines()
                .filter(line -> !line.startsWith("hsm-"))
                .collect(Collectors.joining("\n"));
        Files.writeString(file, rest + "\nhsm-places-file=places.properties\n");
        Files.writeString(state.folder().resolve("secrets/standby.pin"), "246813");
        Files.writeString(state.folder().resolve("places.properties"), """
                places=main, standby
                place.main.profile=softhsm
                place.main.module-path=%1$s
                place.main.token-label=lienthong-demo
                place.main.pin-file=secrets/hsm.pin
                place.standby.profile=softhsm
                place.standby.module-path=%1$s
                place.standby.token-label=standby
                place.standby.pin-file=secrets/standby.pin
                """.formatted(module));
    }

    private String get(URI uri) throws Exception {
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> signHash(ServerProcess server) throws Exception {
        String digest = Base64.getEncoder().encodeToString(new byte[32]);
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/hashes/signatures"))
                .header("Authorization", "Bearer " + state.text("secrets/do-hieu-nang.token"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"key\":\"hash-rsa2048\",\"scheme\":\"RSA_PKCS1_SHA256\",\"digests\":[\"" + digest + "\"]}"))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
