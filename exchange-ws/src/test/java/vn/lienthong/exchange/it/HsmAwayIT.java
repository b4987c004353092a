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
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The token is taken away under the running server and brought back: nothing hangs, and nobody restarts anything. */
class HsmAwayIT {
    private static final int OFFSET = 810;
    private static final int DATABASE_PORT = 15934;

    private final HttpClient http = HttpClient.newHttpClient();
    private TestState state;

    @Test
    void signsAgainOnceTheTokenIsBack() throws Exception {
        state = TestState.fresh("hsm-state").withDatabase(DATABASE_PORT);
        try (ServerProcess server = ServerProcess.start(state, OFFSET, DATABASE_PORT, "512m")) {
            assertThat(signHash(server).statusCode()).isEqualTo(200);
            Path tokens = tokenFolder();
            Path away = tokens.resolveSibling("tokens-taken-away");
            Files.move(tokens, away);
            try {
                Eventually.within(
                        Duration.ofSeconds(30),
                        "signing is refused",
                        () -> signHash(server).statusCode() == 503);
                HttpResponse<String> refused = signHash(server);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                assertThat(refused.body()).contains("hsm-unavailable");
            } finally {
                Files.move(away, tokens);
            }
            Eventually.within(
                    Duration.ofMinutes(2),
                    "the server signs again",
                    () -> signHash(server).statusCode() == 200);
        }
    }

    @AfterEach
    void stopDatabase() {
        state.stopDatabase();
    }

    private Path tokenFolder() {
        String line = state.text("softhsm2.conf")
                .lines()
                .filter(text -> text.startsWith("directories.tokendir"))
                .findFirst()
                .orElseThrow();
        return Path.of(line.substring(line.indexOf('=') + 1).strip());
    }

    private HttpResponse<String> signHash(ServerProcess server) throws Exception {
        String digest = Base64.getEncoder().encodeToString(new byte[32]);
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/hashes/signatures"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + state.text("secrets/do-hieu-nang.token"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"key\":\"hash-rsa2048\",\"scheme\":\"RSA_PKCS1_SHA256\",\"digests\":[\"" + digest + "\"]}"))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
