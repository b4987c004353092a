package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.it.Commands;
import vn.lienthong.exchange.it.Eventually;
import vn.lienthong.exchange.it.ServerProcess;
import vn.lienthong.exchange.it.TestState;
import vn.lienthong.exchange.it.UsbToken;

/**
 * Between the two steps the server is killed, starts again with a new sealing key before the old one, and has lost its HSM,
 * so no timestamp can be had: the official is told to come again, and does.
 */
class TwoStepRestartIT {
    private static final int OFFSET = 880;
    private static final int DATABASE_PORT = 15974;
    private static final String KEYS = "secrets/two-step.keys";
    private static final String EDGE = "ranh-gioi";

    private final HttpClient http = HttpClient.newHttpClient();
    private TestState state;

    @Test
    void isCompletedAfterARestartWithARotatedKeyOnceTheHsmIsBack(@TempDir Path folder) throws Exception {
        state = TestState.fresh("two-step-state").withDatabase(DATABASE_PORT);
        UsbToken token = UsbToken.in(folder.resolve("usb"), state.folder());
        token.issue("an", "EC:prime256v1", "Nguyễn Văn An");
        byte[] pdf = RestSigningIT.pdf();
        JsonNode prepared;
        try (ServerProcess server = ServerProcess.start(state, OFFSET, DATABASE_PORT, "512m")) {
            HttpResponse<byte[]> answer =
                    post(server, "prepare", pdf, "{\"certificates\":" + token.certificates("an") + "}");
            assertThat(answer.statusCode()).isEqualTo(200);
            prepared = new ObjectMapper().readTree(answer.body());
            server.kill();
        }
        byte[] signature = token.signEcdsa("an", prepared.get("digest").binaryValue());
        String complete = "{\"continuation\":\"" + prepared.get("continuation").asText() + "\",\"signature\":\""
                + Base64.getEncoder().encodeToString(signature) + "\"}";
        Files.writeString(state.folder().resolve(KEYS), "5a".repeat(32) + "\n" + state.text(KEYS) + "\n");

        try (ServerProcess server = ServerProcess.start(state, OFFSET, DATABASE_PORT, "512m")) {
            Path tokens = tokenFolder();
            Path away = tokens.resolveSibling("tokens-taken-away");
            Files.move(tokens, away);
            try {
                Eventually.within(
                        Duration.ofSeconds(30),
                        "no timestamp can be had",
                        () -> post(server, "complete", pdf, complete).statusCode() == 503);
                HttpResponse<byte[]> refused = post(server, "complete", pdf, complete);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("tsa-unavailable");
            } finally {
                Files.move(away, tokens);
            }
            Path signed = folder.resolve("signed.pdf");
            Eventually.within(Duration.ofMinutes(2), "the signature is completed", () -> {
                HttpResponse<byte[]> answer = post(server, "complete", pdf, complete);
                Files.write(signed, answer.body());
                return answer.statusCode() == 200;
            });
            assertThat(Commands.succeed(folder, List.of("pdfsig", "-nocert", signed.toString())))
                    .contains("Signature is Valid");
        }
    }

    @AfterEach
    void stopDatabase() {
        http.close();
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

    private HttpResponse<byte[]> post(ServerProcess server, String step, byte[] pdf, String parameters)
            throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/signatures/" + step))
                        .timeout(Duration.ofSeconds(60))
                        .header("Authorization", "Bearer " + state.text("secrets/nguyen-van-an.token"))
                        .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                        .POST(BodyPublishers.concat(
                                BodyPublishers.ofString(
                                        "--" + EDGE
                                                + "\r\nContent-Disposition: form-data; name=\"parameters\"\r\n\r\n"
                                                + parameters
                                                + "\r\n--" + EDGE
                                                + "\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a.pdf\"\r\n\r\n"),
                                BodyPublishers.ofByteArray(pdf),
                                BodyPublishers.ofString("\r\n--" + EDGE + "--\r\n")))
                        .build(),
                BodyHandlers.ofByteArray());
    }
}
