package vn.lienthong.exchange.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One page of a Chromium of the test's own, driven over the DevTools protocol. */
public final class Chromium implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process browser;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Answers answers = new Answers();
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final String session;

    /** What the browser answers, by the numbers of the questions; it comes in pieces. */
    private static final class Answers implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    JsonNode message = JSON.readTree(text.toString());
                    CompletableFuture<JsonNode> asked =
                            open.remove(message.path("id").asInt());
                    if (asked != null) {
                        asked.complete(message);
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(text.toString(), e);
                } finally {
                    text.setLength(0);
                }
            }
            socket.request(1);
            return null;
        }
    }

    /**
     * @param folder for its profile and its log
     * @param options of the command line besides those that every test needs
     */
    public Chromium(Path folder, String... options) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(folder, "chromium");
        List<String> command = new ArrayList<>(List.of(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--no-proxy-server",
                "--user-data-dir=" + profile,
                "--remote-debugging-port=0"));
        command.addAll(List.of(options));
        command.add("about:blank");
        browser = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("log").toFile())
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        Eventually.within(
                PATIENCE,
                "Chromium listens",
                () -> Files.exists(port) && Files.readAllLines(port).size() > 1);
        List<String> lines = Files.readAllLines(port);
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)), answers)
                .join();
        String target = ask("Target.createTarget", Map.of("url", "about:blank"), null)
                .path("targetId")
                .asText();
        session = ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true), null)
                .path("sessionId")
                .asText();
    }

    /** The browser's answer to a command about the page. */
    public JsonNode ask(String method, Map<String, ?> parameters) {
        return ask(method, parameters, session);
    }

    /** The page of that address is loaded. */
    public void open(String address) {
        JsonNode answer = ask("Page.navigate", Map.of("url", address));
        assertThat(answer.path("errorText").asText()).as(address).isEmpty();
        await("document.readyState === 'complete'");
    }

    /** What the script comes to on the page, as if a person had started it. */
    public JsonNode evaluate(String script) {
        JsonNode answer = ask(
                "Runtime.evaluate",
                Map.of("expression", script, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(script + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** Returns once the script comes to true, on this page or one that it leads to. */
    public void await(String script) {
        try {
            Eventually.within(PATIENCE, script, () -> {
                try {
                    return evaluate(script).asBoolean();
                } catch (AssertionError between) {
                    // Of two pages the one is gone and the other one not there yet.
                    return false;
                }
            });
        } catch (AssertionError e) {
            throw new AssertionError(
                    evaluate("location.href + ' ' + document.body.innerText").asText(), e);
        }
    }

    private JsonNode ask(String method, Map<String, ?> parameters, @Nullable String inSession) {
        int id = ids.incrementAndGet();
        ObjectNode question = JSON.createObjectNode().put("id", id).put("method", method);
        question.set("params", JSON.valueToTree(parameters));
        if (inSession != null) {
            question.put("sessionId", inSession);
        }
        CompletableFuture<JsonNode> asked = new CompletableFuture<>();
        answers.open.put(id, asked);
        try {
            socket.sendText(question.toString(), true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            JsonNode answer = asked.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (answer.has("error")) {
                throw new AssertionError(question + ": " + answer.path("error"));
            }
            return answer.path("result");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(question.toString(), e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        socket.abort();
        http.close();
        browser.descendants().forEach(ProcessHandle::destroyForcibly);
        browser.destroyForcibly().waitFor();
    }
}
