package vn.lienthong.signer.evidence.watch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.evidence.Json;
import vn.lienthong.signer.evidence.JsonFields;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.MalformedEvidenceException.Reason;
import vn.lienthong.signer.evidence.merkle.ConsistencyProof;
import vn.lienthong.signer.evidence.merkle.InclusionProof;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;

/** A log asked over HTTP at an address that its watcher chose. Follows no redirection. Thread-safe. */
public final class HttpLogSource implements LogSource {
    /** Revocation lists of large authorities have some megabytes. */
    private static final long LARGEST_HEAD = 32L << 20;

    /** 64 hashes in hexadecimal are 5 kB. */
    private static final long LARGEST_PROOF = 64L << 10;

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final URI log;

    /** @param server such as {@code https://truc.example.gov.vn}; the paths of the API are added */
    public HttpLogSource(URI server) {
        String base = server.toString();
        this.log = URI.create((base.endsWith("/") ? base : base + "/") + "api/v1/log/");
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(DEADLINE)
                .build();
    }

    @Override
    public Optional<ShownHead> newest() throws IOException {
        return head("head");
    }

    @Override
    public Optional<ShownHead> head(long batch) throws IOException {
        return head("head?batch=" + batch);
    }

    private Optional<ShownHead> head(String path) throws IOException {
        Optional<JsonFields> answer = get(path, LARGEST_HEAD);
        return answer.isPresent() ? Optional.of(ShownHeadJson.read(answer.get())) : Optional.empty();
    }

    @Override
    public Optional<ConsistencyProof> consistency(long first, long second) throws IOException {
        Optional<JsonFields> answer = get("consistency?first=" + first + "&second=" + second, LARGEST_PROOF);
        try {
            return answer.isPresent()
                    ? Optional.of(new ConsistencyProof(first, second, path(answer.get())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw noProof(e);
        }
    }

    @Override
    public Optional<InclusionProof> inclusion(long batch, long size) throws IOException {
        Optional<JsonFields> answer = get("proof?batch=" + batch + "&size=" + size, LARGEST_PROOF);
        try {
            return answer.isPresent()
                    ? Optional.of(new InclusionProof(batch - 1, size, path(answer.get())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw noProof(e);
        }
    }

    private static List<Sha256Hash> path(JsonFields answer) throws MalformedEvidenceException {
        List<Sha256Hash> path = new ArrayList<>();
        for (String hash : answer.texts("path")) {
            path.add(Sha256Hash.ofHex(hash));
        }
        return path;
    }

    private static MalformedEvidenceException noProof(IllegalArgumentException e) {
        return new MalformedEvidenceException(
                Reason.FIELD_WRONG, "the log answered with something that is no proof", e);
    }

    private Optional<JsonFields> get(String path, long largest) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(log.resolve(path))
                .header("Accept", "application/json")
                .timeout(DEADLINE)
                .build();
        HttpResponse<byte[]> answer = send(request, largest);
        if (answer.statusCode() == 429) {
            pause(answer.headers().firstValue("Retry-After").orElse(""));
            answer = send(request, largest);
        }
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(Json.readObject(answer.body(), "answer"));
            case 404 -> Optional.empty();
            default -> throw new IOException("the log answered " + answer.statusCode() + " to " + path);
        };
    }

    private HttpResponse<byte[]> send(HttpRequest request, long largest) throws IOException {
        try {
            return client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), largest));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** As long as the log says, but not for ever: it may want to keep its watchers waiting. */
    private static void pause(String retryAfter) throws IOException {
        long seconds = retryAfter.matches("[0-9]{1,4}") ? Long.parseLong(retryAfter) : 1;
        try {
            Thread.sleep(Duration.ofSeconds(Math.min(seconds, DEADLINE.toSeconds())));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("interrupted while the log was asked", e);
    }
}
