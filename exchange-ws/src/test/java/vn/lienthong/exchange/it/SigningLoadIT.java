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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import vn.lienthong.signer.testpki.Stranger;

/**
 * A server whose heap is 512 MB signs PDFs of 200 MB, one and many at once: those that find no place queue for a while, and
 * are then told to come again. {@code -Dload.pdf.clients=32} for as many as are promised; the machine needs a minute and 20 GB
 * of disk for those. {@code -Dload.mixed.seconds=600} mixes formats for ten minutes.
 */
class SigningLoadIT {
    private static final int OFFSET = Integer.getInteger("lienthong.it.port-offset", 700) + 210;
    private static final int DATABASE_PORT = Integer.getInteger("lienthong.it.db-port", 15932) + 23;
    private static final long LARGE = 200_000_000;
    private static final int CLIENTS = Integer.getInteger("load.pdf.clients", 4);
    private static final Duration MIXED = Duration.ofSeconds(Integer.getInteger("load.mixed.seconds", 20));
    private static final int MIXED_CLIENTS = 16;

    @TempDir
    private static Path folder;

    private static TestState state;
    private static ServerProcess server;
    private static Path document;

    @BeforeAll
    static void start() throws Exception {
        state = TestState.fresh("load-state").withDatabase(DATABASE_PORT);
        server = ServerProcess.start(state, OFFSET, DATABASE_PORT, "512m");
        document = LargePdf.write(folder.resolve("large.pdf"), LARGE);
    }

    @AfterAll
    static void stop() {
        server.close();
        state.stopDatabase();
    }

    @Test
    void signsLargeDocumentsAtOnceAndTellsThoseThatFindNoPlaceToComeAgain() throws Exception {
        AtomicInteger told = new AtomicInteger();
        List<Future<Path>> signed = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient();
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                Path file = folder.resolve("signed-" + i + ".pdf");
                signed.add(clients.submit(() -> signed(http, file, told)));
            }
        }
        for (Future<Path> file : signed) {
            assertThat(Files.size(file.get())).isGreaterThan(LARGE);
            assertThat(Stranger.run(folder, "pdfsig", "-nocert", file.get().toString())
                            .said())
                    .contains("Signature is Valid.", "Total document signed");
            Files.delete(file.get());
        }
        LoggerFactory.getLogger(SigningLoadIT.class)
                .info("{} documents of 200 MB at once were signed; {} times there was no place", CLIENTS, told);
        assertThat(state.text("log/console.log")).doesNotContain("java.lang.OutOfMemoryError");
    }

    /** Comes again as often as it is told to. */
    private static Path signed(HttpClient http, Path file, AtomicInteger told) throws Exception {
        while (true) {
            HttpResponse<Path> answer = http.send(request(), BodyHandlers.ofFile(file));
            if (answer.statusCode() == 200) {
                return file;
            }
            assertThat(answer.statusCode()).as(Files.readString(file)).isEqualTo(503);
            assertThat(Files.readString(file)).contains("\"code\":\"overloaded\"", "Máy chủ đang quá tải");
            told.incrementAndGet();
            Thread.sleep(Duration.ofSeconds(
                    Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow())));
        }
    }

    private static HttpRequest request() throws Exception {
        return HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/signatures"))
                .timeout(Duration.ofMinutes(12))
                .header("Authorization", "Bearer " + state.text("secrets/nguyen-van-an.token"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString("--x\r\nContent-Disposition: form-data; name=\"parameters\"\r\n\r\n"
                                + "{\"key\":\"official-nguyen-van-an\"}\r\n--x\r\n"
                                + "Content-Disposition: form-data; name=\"document\"; filename=\"a.pdf\"\r\n\r\n"),
                        BodyPublishers.ofFile(document),
                        BodyPublishers.ofString("\r\n--x--\r\n")))
                .build();
    }

    @Test
    void sixteenClientsOfMixedFormatsMeetNoError() throws Exception {
        MixedLoad load = new MixedLoad(server, MIXED_CLIENTS);
        load.run(MIXED);
        LoggerFactory.getLogger(SigningLoadIT.class).info("in {}: {}", MIXED, load.counts());
        assertThat(load.errors()).isEmpty();
        assertThat(load.counts().values()).allMatch(count -> count > 0);
        assertThat(load.counts()).hasSize(9);
        load.judgeLatest();
    }
}
