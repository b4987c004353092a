package vn.lienthong.hsm.usb;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;

/** The two steps as a client takes them. Source: docs/connect-usb-token.md. */
final class SigningServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LARGEST_ANSWER = 1 << 20;

    private final URI address;
    private final String bearer;
    private final String language;
    private final SecureRandom random;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(20))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * A server.
     *
     * @param bearer the account's secret
     * @param language of the sentences of its refusals, {@code vi} or {@code en}
     */
    SigningServer(URI address, String bearer, String language, SecureRandom random) {
        this.address = address;
        this.bearer = bearer;
        this.language = language;
        this.random = random;
    }

    /** What is to be signed, and what the second step wants back. */
    record Prepared(SignatureScheme scheme, Digest digest, String continuation) {}

    /**
     * The first step.
     *
     * @param signature how it is to be signed, as the REST API's SignatureParameters
     */
    Prepared prepare(OwnCertificate certificate, JsonNode signature, List<Path> documents, Optional<Path> image)
            throws UsbFault, IOException, InterruptedException {
        ObjectNode parameters = JSON.createObjectNode();
        certificate.chain().forEach(one -> parameters.withArray("certificates").add(OwnCertificate.der(one)));
        parameters.put("scheme", certificate.scheme().name()).set("signature", signature);
        HttpResponse<InputStream> answer = post("prepare", parameters, documents, image);
        try (InputStream body = answer.body()) {
            JsonNode json = JSON.readTree(body.readNBytes(LARGEST_ANSWER));
            SignatureScheme scheme = SignatureScheme.valueOf(json.path("scheme").asText());
            if (scheme != certificate.scheme()) {
                throw strange(null);
            }
            Bytes value = Bytes.of(json.path("digest").binaryValue());
            return new Prepared(
                    scheme,
                    new Digest(scheme.digest(), value),
                    json.path("continuation").asText());
        } catch (IllegalArgumentException | JacksonException e) {
            throw strange(e);
        }
    }

    /** The second step; the signed file is written to {@code signed}, which must not exist yet. Returns its SHA-256. */
    String complete(Prepared prepared, Bytes signature, List<Path> documents, Optional<Path> image, Path signed)
            throws UsbFault, IOException, InterruptedException {
        ObjectNode parameters = JSON.createObjectNode()
                .put("continuation", prepared.continuation())
                .put("signature", signature.toArray());
        HttpResponse<InputStream> answer = post("complete", parameters, documents, image);
        Path partial = signed.resolveSibling(signed.getFileName() + ".part");
        try (DigestInputStream body = new DigestInputStream(answer.body(), DigestAlgorithm.SHA256.newMessageDigest())) {
            Files.deleteIfExists(partial);
            try (var out = Files.newOutputStream(partial, StandardOpenOption.CREATE_NEW)) {
                body.transferTo(out);
            }
            byte[] digest = body.getMessageDigest().digest();
            String field = "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
            if (!answer.headers().firstValue("Content-Digest").equals(Optional.of(field))) {
                throw strange(null);
            }
            Files.move(partial, signed);
            return Bytes.of(digest).hex();
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private HttpResponse<InputStream> post(String step, JsonNode parameters, List<Path> documents, Optional<Path> image)
            throws UsbFault, IOException, InterruptedException {
        MultipartBody form = new MultipartBody(random).text("parameters", JSON.writeValueAsString(parameters));
        for (Path document : documents) {
            form.file("document", document);
        }
        if (image.isPresent()) {
            form.file("image", image.get());
        }
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/v1/signatures/" + step))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + bearer)
                .header("Accept-Language", language)
                .header("Content-Type", form.contentType())
                .POST(form.publisher())
                .build();
        HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw refused(answer);
        }
        return answer;
    }

    private static UsbFault refused(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            JsonNode problem = JSON.readTree(body.readNBytes(LARGEST_ANSWER));
            String detail = problem.path("detail").asText() + " ("
                    + problem.path("code").asText() + ")";
            return new UsbFault("server-refused", "Máy chủ từ chối: " + detail, "The server refuses: " + detail);
        } catch (JacksonException e) {
            return strange(e);
        }
    }

    private static UsbFault strange(@org.jspecify.annotations.Nullable Exception cause) {
        UsbFault fault = new UsbFault(
                "server-strange",
                "Câu trả lời của máy chủ không đúng giao thức.",
                "The server's answer is not of the protocol.");
        if (cause != null) {
            fault.initCause(cause);
        }
        return fault;
    }

    @Override
    public void close() {
        http.close();
    }
}
