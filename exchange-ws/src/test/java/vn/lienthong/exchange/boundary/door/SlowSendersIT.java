package vn.lienthong.exchange.boundary.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.boundary.vxp.VxpHeaders;
import vn.lienthong.exchange.it.SlowClient;
import vn.lienthong.exchange.it.Stored;

/** Attackers who send slowly at each door of the running server, as it is set up by default. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SlowSendersIT {
    private static final int PORT = 8080 + Integer.getInteger("lienthong.it.port-offset", 0);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration SOON = Duration.ofSeconds(25);
    private static final Map<String, String> QUERY = Map.of("Content-Type", "application/timestamp-query");

    private Stored before;

    @BeforeEach
    void look() {
        before = Stored.now();
    }

    @Test
    void oneOctetAtATimeIsRefusedAtEachDoor() throws Exception {
        Map<String, Map<String, String>> doors = Map.of(
                "/XrdAdapter/adapter/sendEdoc", VxpHeaders.ofSendEdoc(),
                "/api/v1/dispatches",
                        Map.of("Authorization", bearer("qlvb.bac-kan"), "Content-Type", "application/edxml+xml"),
                "/api/v1/timestamps",
                        Map.of("Authorization", bearer("qlvb.bac-kan"), "Content-Type", "application/json"),
                "/soap/exchange", Map.of("Content-Type", "text/xml; charset=utf-8"),
                "/tsa", QUERY);
        List<Callable<SlowClient.Answer>> attacks = new ArrayList<>();
        doors.forEach((path, headers) -> attacks.add(() -> {
            try (SlowClient client = new SlowClient(PORT).head(path, headers, 60_000)) {
                return client.trickle(" ", TICK);
            }
        }));

        for (SlowClient.Answer answer : all(attacks)) {
            assertThat(answer.text()).startsWith("HTTP/1.1 408").contains("Connection: close");
            assertThat(answer.after()).isLessThan(SOON);
        }
        before.assertUnchanged("bodies that trickle");
    }

    /** A container reads a form by itself when somebody asks for a parameter. */
    @Test
    void aFormThatTricklesIsReadByNobody() throws Exception {
        Map<String, String> form =
                Map.of("Authorization", bearer("qlvb.bac-kan"), "Content-Type", "application/x-www-form-urlencoded");
        List<Callable<SlowClient.Answer>> attacks = new ArrayList<>();
        for (String path : List.of("/", "/status", "/soap/exchange", "/api/v1/dispatches", "/sendEdoc", "/tsa")) {
            attacks.add(() -> {
                try (SlowClient client = new SlowClient(PORT).patience(Duration.ofSeconds(15))) {
                    return client.head(path, form, 60_000).trickle("a", TICK);
                }
            });
        }
        for (SlowClient.Answer answer : all(attacks)) {
            assertThat(answer.text()).matches("(?s)HTTP/1.1 [45].*");
        }
    }

    @Test
    void aHeadThatTricklesLosesItsConnection() throws Exception {
        try (SlowClient client = new SlowClient(PORT).send("POST /tsa HTTP/1.1\r\nHost: x\r\nX-A: ")) {
            SlowClient.Answer answer = client.trickle("a", TICK);

            assertThat(answer.text()).doesNotContain("200 OK");
            assertThat(answer.after()).isLessThan(SOON);
        }
    }

    @Test
    void aHundredSilentStrangersStopNobody() throws Exception {
        List<SlowClient> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 160; i++) {
                silent.add(new SlowClient(PORT).head(i % 2 == 0 ? "/tsa" : "/soap/exchange", QUERY, 1000));
            }
            for (int i = 0; i < 5; i++) {
                assertThat(agencies()).isEqualTo(200);
            }
            assertThat(silent.getLast().await().text()).startsWith("HTTP/1.1 503");
        } finally {
            for (SlowClient client : silent) {
                client.close();
            }
        }
    }

    private static int agencies() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/api/v1/agencies"))
                .header("Authorization", bearer("qlvb.bac-kan"))
                .timeout(Duration.ofSeconds(20))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static List<SlowClient.Answer> all(List<Callable<SlowClient.Answer>> attacks) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<SlowClient.Answer> answers = new ArrayList<>();
            for (Future<SlowClient.Answer> each : threads.invokeAll(attacks)) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    private static String bearer(String account) {
        Path state = Path.of(System.getProperty("lienthong.it.state"));
        try {
            return "Bearer "
                    + Files.readString(state.resolve("secrets").resolve(account + ".token"))
                            .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
