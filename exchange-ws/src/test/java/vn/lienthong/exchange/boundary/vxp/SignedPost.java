package vn.lienthong.exchange.boundary.vxp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A {@code sendEdoc} whose every header can be bent before it goes to the server that the container tests share. */
final class SignedPost {
    static final String PATH = "/XrdAdapter/adapter/sendEdoc";

    private final byte[] body;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> bent = new LinkedHashMap<>();
    private String system = RunningServer.BAC_KAN;
    private String secret;
    private Instant made = Clock.systemUTC().instant();

    /** As Bắc Kạn's system sends it, with nothing wrong yet. */
    SignedPost(byte[] body) throws IOException {
        this.body = body.clone();
        this.secret = RunningServer.secret(RunningServer.BAC_KAN);
        parameters.put("from", SampleEdoc.BAC_KAN);
        parameters.put("servicetype", "eDoc");
        parameters.put("messagetype", "edoc");
        parameters.put("hash-file", SdkHeaders.withoutLeadingZeros(sha256(body)));
    }

    SignedPost system(String id) {
        system = id;
        return this;
    }

    SignedPost secret(String other) {
        secret = other;
        return this;
    }

    SignedPost made(Instant other) {
        made = other;
        return this;
    }

    /** Another value, rightly signed. */
    SignedPost parameter(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    /** The parameter is not signed at all. */
    SignedPost without(String name) {
        parameters.remove(name);
        return this;
    }

    /** Put on, or in the place of another, after signing. */
    SignedPost bent(String header, String value) {
        bent.put(header, value);
        return this;
    }

    Map<String, String> headers() {
        Map<String, String> headers = new SdkHeaders(system, secret, made).of(parameters);
        headers.putAll(bent);
        return headers;
    }

    HttpResponse<String> send() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(RunningServer.adapter() + "/sendEdoc"))
                .POST(BodyPublishers.ofByteArray(body));
        headers().forEach(request::header);
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
