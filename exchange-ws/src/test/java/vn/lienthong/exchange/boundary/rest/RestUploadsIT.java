package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.BAC_KAN;
import static vn.lienthong.exchange.boundary.rest.RestClient.MINISTRY;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;
import vn.lienthong.exchange.boundary.vxp.SampleEdoc;

/** tus 1.0.0, clause by clause as a client sees it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestUploadsIT {
    private static final String OCTETS = "application/offset+octet-stream";

    @TempDir
    Path folder;

    @Test
    void aMessageComesInPieces() throws Exception {
        byte[] letter = Files.readAllBytes(SampleEdoc.document(folder.resolve("sent.edxml"), "481", 300_000));
        try (RestClient client = new RestClient()) {
            Answer options = client.send(RestClient.as(BAC_KAN, "uploads").method("OPTIONS", BodyPublishers.noBody()));
            assertThat(options.status()).isEqualTo(204);
            assertThat(options.header("Tus-Resumable")).isEqualTo("1.0.0");
            assertThat(options.header("Tus-Extension")).contains("creation-with-upload", "termination");

            Answer begun = client.send(tus(BAC_KAN, "uploads")
                    .header("Upload-Length", Integer.toString(letter.length))
                    .header("Upload-Metadata", "filename dmFuLWJhbi5lZHhtbA==")
                    .POST(BodyPublishers.noBody()));
            assertThat(begun.status()).isEqualTo(201);
            assertThat(begun.header("Upload-Offset")).isEqualTo("0");
            assertThat(begun.header("Upload-Expires")).endsWith("GMT");
            String location = begun.header("Location");
            String path = "uploads/" + URI.create(location).getPath().replaceAll(".*/", "");

            byte[] first = Arrays.copyOf(letter, 100_000);
            Answer patched = client.send(tus(BAC_KAN, path)
                    .header("Content-Type", OCTETS)
                    .header("Upload-Offset", "0")
                    .header("Upload-Checksum", "sha256 " + sha256(first))
                    .method("PATCH", BodyPublishers.ofByteArray(first)));
            assertThat(patched.status()).isEqualTo(204);
            assertThat(patched.header("Upload-Offset")).isEqualTo("100000");
            assertThat(patched.header("Tus-Resumable")).isEqualTo("1.0.0");

            assertThat(client.post(BAC_KAN, "dispatches", body(path)).code()).isEqualTo("upload-offset-wrong");
            Answer head = client.send(tus(BAC_KAN, path).method("HEAD", BodyPublishers.noBody()));
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("Upload-Offset")).isEqualTo("100000");
            assertThat(head.header("Upload-Length")).isEqualTo(Integer.toString(letter.length));
            assertThat(head.header("Cache-Control")).contains("no-store");
            assertThat(head.header("Upload-Metadata")).startsWith("filename ");

            Answer rest = client.send(tus(BAC_KAN, path)
                    .header("Content-Type", OCTETS)
                    .header("Upload-Offset", "100000")
                    .method("PATCH", BodyPublishers.ofByteArray(Arrays.copyOfRange(letter, 100_000, letter.length))));
            assertThat(rest.status()).isEqualTo(204);
            Answer sent = client.post(BAC_KAN, "dispatches", body(path));
            assertThat(sent.status()).isEqualTo(201);
            assertThat(sent.json().get("length").asInt()).isEqualTo(letter.length);
            assertThat(client.post(BAC_KAN, "dispatches", body(path)).body()).isEqualTo(sent.body());
            assertThat(client.get(
                                    MINISTRY,
                                    "dispatches/" + sent.json().get("id").asText() + "/content")
                            .body())
                    .isEqualTo(letter);
            assertThat(client.send(tus(BAC_KAN, path).DELETE()).status()).isEqualTo(204);
            assertThat(client.send(tus(BAC_KAN, path).method("HEAD", BodyPublishers.noBody()))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void refusesWhatTheProtocolSaysIsToBeRefused() throws Exception {
        try (RestClient client = new RestClient()) {
            Answer begun = client.send(tus(BAC_KAN, "uploads")
                    .header("Content-Type", OCTETS)
                    .header("Upload-Length", "10")
                    .POST(BodyPublishers.ofByteArray(new byte[4])));
            assertThat(begun.status()).isEqualTo(201);
            assertThat(begun.header("Upload-Offset")).as("creation with upload").isEqualTo("4");
            String path = "uploads/" + begun.header("Location").replaceAll(".*/", "");

            assertThat(patch(client, BAC_KAN, path, "0", "", 2).status()).isEqualTo(409);
            assertThat(patch(client, BAC_KAN, path, "4", "sha256 " + sha256(new byte[3]), 2)
                            .status())
                    .isEqualTo(460);
            assertThat(patch(client, BAC_KAN, path, "4", "md5 AAAA", 2).status())
                    .isEqualTo(400);
            assertThat(patch(client, BAC_KAN, path, "4", "", 7).status()).isEqualTo(413);
            Answer others = patch(client, MINISTRY, path, "4", "", 6);
            assertThat(others.status()).isEqualTo(404);
            assertThat(others.header("Tus-Resumable")).isEqualTo("1.0.0");
            Answer version = client.send(RestClient.as(BAC_KAN, path)
                    .header("Tus-Resumable", "0.2.2")
                    .method("HEAD", BodyPublishers.noBody()));
            assertThat(version.status()).isEqualTo(412);
            assertThat(version.header("Tus-Version")).isEqualTo("1.0.0");
            Answer type = client.send(tus(BAC_KAN, path)
                    .header("Content-Type", "text/plain")
                    .header("Upload-Offset", "4")
                    .method("PATCH", BodyPublishers.ofByteArray(new byte[6])));
            assertThat(type.status()).isEqualTo(415);
            assertThat(client.send(tus(BAC_KAN, "uploads")
                                    .header("Upload-Length", Long.toString(1L << 50))
                                    .POST(BodyPublishers.noBody()))
                            .status())
                    .isEqualTo(413);
            assertThat(client.send(tus(BAC_KAN, "uploads").POST(BodyPublishers.noBody()))
                            .status())
                    .isEqualTo(400);
            assertThat(patch(client, BAC_KAN, path, "4", "", 6).status()).isEqualTo(204);
            client.send(tus(BAC_KAN, path).DELETE());
        }
    }

    private static Answer patch(
            RestClient client, String account, String path, String offset, String checksum, int octets)
            throws Exception {
        HttpRequest.Builder request =
                tus(account, path).header("Content-Type", OCTETS).header("Upload-Offset", offset);
        if (!checksum.isEmpty()) {
            request.header("Upload-Checksum", checksum);
        }
        return client.send(request.method("PATCH", BodyPublishers.ofByteArray(new byte[octets])));
    }

    private static HttpRequest.Builder tus(String account, String path) throws IOException {
        return RestClient.as(account, path).header("Tus-Resumable", "1.0.0");
    }

    private static String body(String path) {
        return "{\"uploadId\":\"" + path.replaceAll(".*/", "") + "\"}";
    }

    private static String sha256(byte[] octets) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(octets));
    }
}
