package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The server that the container tests share, as a signing application and an operator see it. */
public final class CscServer {
    /** May not ask officials for their factors. */
    public static final String APPLICATION = "ung-dung-ky-mau";
    /** May. */
    public static final String TRUSTED = "ung-dung-tin-cay";

    public static final String OFFICIAL = "tran-thi-binh";
    public static final String REDIRECT = "http://127.0.0.1:8765/tra-ve";
    public static final String PIN = "482915073619";
    public static final String SHA256 = "2.16.840.1.101.3.4.2.1";
    public static final String VERIFIER = "m0t-ch40-v3r1f13r_d41.b0n-m40i~b4-k1-tu-tr0-l3n";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private CscServer() {}

    /** An answer with its body as text. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public JsonNode json() throws IOException {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Status, code and text of an error. */
        public String error() throws IOException {
            return status() + " " + json().path("error").asText() + ": "
                    + json().path("error_description").asText();
        }
    }

    /** What makes an official's one-time passwords, computed here once more. Source: RFC 6238. */
    public record Authenticator(byte[] secret) {
        static Authenticator ofBase32(String text) {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            int held = 0;
            int bits = 0;
            for (char c : text.toCharArray()) {
                held = held << 5 | BASE32.indexOf(c);
                bits += 5;
                if (bits >= 8) {
                    bits -= 8;
                    octets.write(held >> bits & 0xff);
                }
            }
            return new Authenticator(octets.toByteArray());
        }

        /** The password so many steps from now. */
        public String password(int steps) {
            try {
                Mac mac = Mac.getInstance("HmacSHA1");
                mac.init(new SecretKeySpec(secret, "HmacSHA1"));
                long step = Clock.systemUTC().instant().getEpochSecond() / 30 + steps;
                byte[] hmac = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
                int number = ByteBuffer.wrap(hmac).getInt(hmac[19] & 15) & 0x7fffffff;
                return String.format(Locale.ROOT, "%06d", number % 1_000_000);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + (8080 + Integer.getInteger("lienthong.it.port-offset")) + path);
    }

    public static String secret(String file) throws IOException {
        return Files.readString(Path.of(System.getProperty("lienthong.it.state"), "secrets", file))
                .strip();
    }

    public static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    }

    /** A method of the API. */
    public static Answer call(String method, @Nullable String token, String json)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/csc/v2/" + method))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    /** One of the endpoints that take forms. */
    public static Answer form(String endpoint, Map<String, String> form) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri("/csc/v2/oauth2/" + endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    public static Answer token(String client, Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> form = new java.util.TreeMap<>(more);
        form.put("client_id", client);
        form.put("client_secret", secret(client + ".secret"));
        return form("token", form);
    }

    public static Answer redeem(String client, String code) throws IOException, InterruptedException {
        return token(
                client,
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", REDIRECT,
                        "code_verifier", VERIFIER));
    }

    /** The parameters of an authorisation request. */
    public static Map<String, String> request(String client, Map<String, String> more) {
        Map<String, String> request = new java.util.TreeMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                client,
                "redirect_uri",
                REDIRECT,
                "state",
                "trạng thái & 1",
                "code_challenge",
                challenge(),
                "code_challenge_method",
                "S256"));
        request.putAll(more);
        return request;
    }

    /** The official has a new PIN and authenticator, of which the passwords of now and of the next step are unused. */
    public static Authenticator enrol(String account) throws IOException, InterruptedException {
        String code = rest("van-hanh-mot", "people/" + account + "/signing-factor-enrolments", "")
                .json()
                .path("code")
                .asText();
        Answer chosen = rest(account, "signing-factors", "{\"code\":\"" + code + "\",\"pin\":\"" + PIN + "\"}");
        Authenticator authenticator =
                Authenticator.ofBase32(chosen.json().path("secret").asText());
        Answer confirmed = rest(
                account,
                "signing-factors/confirmation",
                "{\"code\":\"" + code + "\",\"oneTimePassword\":\"" + authenticator.password(-1) + "\"}");
        if (confirmed.status() != 204) {
            throw new AssertionError(confirmed.response().body());
        }
        return authenticator;
    }

    public static Answer rest(String account, String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri("/api/v1/" + path))
                .header("Authorization", "Bearer " + secret(account + ".token"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public static String sha256(String text) {
        return Base64.getEncoder().encodeToString(digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static String challenge() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(digest(VERIFIER.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] digest(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
