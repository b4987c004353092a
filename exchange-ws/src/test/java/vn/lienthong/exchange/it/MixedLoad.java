package vn.lienthong.exchange.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import vn.lienthong.signer.testpki.Stranger;

/** Clients that ask for one kind of signature after the other, each beginning with another kind, as fast as they are answered. */
final class MixedLoad {
    private static final String HASH = "RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=";
    private static final byte[] XML =
            "<congVan xmlns=\"urn:cv\"><so>12</so></congVan>".getBytes(StandardCharsets.UTF_8);

    private final ServerProcess server;
    private final int clients;
    private final List<Kind> kinds;
    private final Map<String, Integer> counts = new ConcurrentSkipListMap<>();
    private final Map<String, byte[]> latest = new ConcurrentHashMap<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();

    private record Kind(String name, HttpRequest request) {}

    MixedLoad(ServerProcess server, int clients) throws IOException {
        this.server = server;
        this.clients = clients;
        this.kinds = List.of(
                form("PAdES", pdf(), ""),
                form("XAdES", XML, ",\"format\":\"XAdES\""),
                form("CAdES", XML, ",\"format\":\"CAdES\",\"packaging\":\"enveloping\""),
                form("CAdES-detached", XML, ",\"format\":\"CAdES\""),
                form("JAdES", XML, ",\"format\":\"JAdES\""),
                form("ASiC-S", XML, ",\"format\":\"ASiC-S\""),
                form("ASiC-E", XML, ",\"format\":\"ASiC-E\",\"packaging\":\"xades\""),
                json(
                        "hash",
                        "hashes/signatures",
                        "{\"key\":\"hash-p256\",\"scheme\":\"ECDSA_SHA256\",\"digests\":[\"" + HASH + "\"]}"),
                json("timestamp", "timestamps", "{\"hashAlgorithm\":\"SHA-256\",\"digest\":\"" + HASH + "\"}"));
    }

    /** How often each kind was answered. */
    Map<String, Integer> counts() {
        return counts;
    }

    /** What else came of a request than what was asked for. */
    Queue<String> errors() {
        return errors;
    }

    /** Every client has been busy for so long. */
    void run(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try (HttpClient http = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                int first = i;
                threads.execute(() -> {
                    for (int n = first; System.nanoTime() < end; n++) {
                        ask(http, kinds.get(n % kinds.size()));
                    }
                });
            }
        }
    }

    private void ask(HttpClient http, Kind kind) {
        try {
            HttpResponse<byte[]> answer = http.send(kind.request(), BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                counts.merge(kind.name(), 1, Integer::sum);
                latest.put(kind.name(), answer.body());
            } else {
                errors.add(kind.name() + ": " + new String(answer.body(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            errors.add(kind.name() + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The latest of each kind is good to this server, and to strangers that read it. */
    void judgeLatest() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String name : List.of("PAdES", "XAdES", "CAdES", "JAdES", "ASiC-S", "ASiC-E")) {
                HttpRequest request = to("validations", "nguyen-van-an")
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(latest.get(name)))
                        .build();
                String report = http.send(request, BodyHandlers.ofString()).body();
                assertThat(JsonMapper.builder()
                                .build()
                                .readTree(report)
                                .path("verdict")
                                .asText())
                        .as(name + report)
                        .isEqualTo("VALID");
            }
        }
        Path folder = Files.createTempDirectory("mixed");
        Path pdf = Files.write(folder.resolve("signed.pdf"), latest.get("PAdES"));
        assertThat(Stranger.run(folder, "pdfsig", "-nocert", pdf.toString()).said())
                .contains("Signature is Valid.", "Total document signed");
        Path content = Files.write(folder.resolve("content"), XML);
        Path cms = Files.write(folder.resolve("signature.p7s"), latest.get("CAdES-detached"));
        assertThat(Stranger.run(
                                folder,
                                "openssl",
                                "cms",
                                "-verify",
                                "-noverify",
                                "-binary",
                                "-inform",
                                "DER",
                                "-out",
                                "verified",
                                "-in",
                                cms.toString(),
                                "-content",
                                content.toString())
                        .exitStatus())
                .isZero();
    }

    private Kind json(String name, String path, String body) {
        return new Kind(
                name,
                to(path, "do-hieu-nang")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private Kind form(String name, byte[] document, String more) {
        List<BodyPublisher> body = new ArrayList<>();
        body.add(BodyPublishers.ofString("--x\r\nContent-Disposition: form-data; name=\"parameters\"\r\n\r\n"
                + "{\"key\":\"official-nguyen-van-an\"" + more + "}\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"document\"; filename=\"cong-van\"\r\n\r\n"));
        body.add(BodyPublishers.ofByteArray(document));
        body.add(BodyPublishers.ofString("\r\n--x--\r\n"));
        return new Kind(
                name,
                to("signatures", "nguyen-van-an")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.concat(body.toArray(BodyPublisher[]::new)))
                        .build());
    }

    private HttpRequest.Builder to(String path, String account) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/" + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + server.state().text("secrets/" + account + ".token"));
    }

    private static byte[] pdf() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(octets);
        }
        return octets.toByteArray();
    }
}
