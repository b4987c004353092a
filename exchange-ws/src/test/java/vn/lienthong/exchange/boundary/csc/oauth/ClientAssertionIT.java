package vn.lienthong.exchange.boundary.csc.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.csc.CscServer;
import vn.lienthong.exchange.boundary.csc.CscServer.Answer;
import vn.lienthong.exchange.it.Commands;

/** RFC 7523: applications that prove themselves by a key, one assertion a request. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ClientAssertionIT {
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String REFUSED = "401 invalid_client: Client authentication failed";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    void acceptsWhatOpensslSigned() throws Exception {
        Path key = folder.resolve("key.pem");
        Commands.succeed(folder, List.of("openssl", "genrsa", "-out", key.toString(), "2048"));
        Path spki = folder.resolve("spki.der");
        Commands.succeed(
                folder,
                List.of(
                        "openssl",
                        "pkey",
                        "-in",
                        key.toString(),
                        "-pubout",
                        "-outform",
                        "DER",
                        "-out",
                        spki.toString()));
        String client = register(Files.readAllBytes(spki));
        String input = input("RS256", claims(client, id(), 60));
        Path text = Files.writeString(folder.resolve("input"), input);
        Path signature = folder.resolve("signature");
        Commands.succeed(
                folder,
                List.of(
                        "openssl",
                        "dgst",
                        "-sha256",
                        "-sign",
                        key.toString(),
                        "-out",
                        signature.toString(),
                        text.toString()));
        String jwt = input + "." + base64(Files.readAllBytes(signature));
        Answer answer = ask(jwt, Map.of());
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.json().path("token_type").asText()).isEqualTo("Bearer");
        // once
        assertThat(ask(jwt, Map.of()).error()).isEqualTo(REFUSED);
    }

    @Test
    void refusesWhateverIsWrong() throws Exception {
        KeyPair pair = p256();
        String client = register(pair.getPublic().getEncoded());
        assertThat(ask(jwt(pair, claims(client, id(), 60)), Map.of()).status()).isEqualTo(200);
        String other = register(p256().getPublic().getEncoded());
        String good = claims(client, id(), 60);
        for (String claims : List.of(
                claims(client, id(), -1),
                claims(client, id(), 3600),
                claims(client, "", 60),
                claims("khong-co", id(), 60),
                claims(other, id(), 60),
                good.replace("/csc/v2/oauth2/token", "/csc/v2/oauth2/tokens"),
                good.replace("\"sub\":\"" + client, "\"sub\":\"" + other),
                good.replace("}", ",\"nbf\":" + (seconds() + 600) + "}"),
                "{}",
                "[]")) {
            assertThat(ask(jwt(pair, claims), Map.of()).error()).as(claims).isEqualTo(REFUSED);
        }
        String whole = jwt(pair, claims(client, id(), 60));
        String unsigned = input("none", claims(client, id(), 60)) + ".AA";
        String hmac = input("HS256", claims(client, id(), 60)) + ".AA";
        String critical = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"ES256\",\"crit\":[\"x\"]}".getBytes(StandardCharsets.UTF_8))
                + whole.substring(whole.indexOf('.'));
        for (String jwt : List.of(
                unsigned,
                hmac,
                critical,
                whole.substring(0, whole.length() - 8) + "AAAAAAAA",
                "a.b",
                "x".repeat(9000))) {
            assertThat(ask(jwt, Map.of()).error()).isEqualTo(REFUSED);
        }
        // one that has a key has no other way, and proves itself in one alone
        assertThat(CscServer.form("token", Map.of("grant_type", "client_credentials", "client_id", client))
                        .error())
                .isEqualTo(REFUSED);
        assertThat(ask(whole, Map.of("client_secret", "x")).error())
                .isEqualTo("400 invalid_request: A client authenticates in one way");
        assertThat(ask(whole, Map.of("client_id", other)).error())
                .isEqualTo("400 invalid_request: A client authenticates as itself");
        assertThat(ask(whole, Map.of("client_assertion_type", "jwt")).error())
                .isEqualTo("400 invalid_request: Invalid parameter client_assertion_type");
        // none of this used it up
        assertThat(ask(whole, Map.of("client_id", client)).status()).isEqualTo(200);
    }

    @Test
    void pushesRequestsAndRevokes() throws Exception {
        KeyPair pair = p256();
        String client = register(pair.getPublic().getEncoded());
        Map<String, String> push = new TreeMap<>(CscServer.request(client, Map.of("scope", "service")));
        push.put("client_assertion", jwt(pair, claims(client, id(), 60)));
        push.put("client_assertion_type", TYPE);
        Answer pushed = CscServer.form("pushed_authorize", push);
        assertThat(pushed.status()).as(pushed.response().body()).isEqualTo(201);
        Answer token = ask(jwt(pair, claims(client, id(), 60)), Map.of());
        String access = token.json().path("access_token").asText();
        assertThat(CscServer.call("credentials/list", access, "{\"userID\":\"x\"}")
                        .status())
                .isEqualTo(200);
        Answer revoked = CscServer.form(
                "revoke",
                Map.of(
                        "token", access,
                        "client_assertion", jwt(pair, claims(client, id(), 60)),
                        "client_assertion_type", TYPE));
        assertThat(revoked.status()).isEqualTo(204);
        assertThat(CscServer.call("credentials/list", access, "{\"userID\":\"x\"}")
                        .status())
                .isEqualTo(401);
    }

    private static Answer ask(String jwt, Map<String, String> more) throws Exception {
        Map<String, String> form = new TreeMap<>(
                Map.of("grant_type", "client_credentials", "client_assertion", jwt, "client_assertion_type", TYPE));
        form.putAll(more);
        return CscServer.form("token", form);
    }

    private static String claims(String client, String id, long seconds) {
        return "{\"iss\":\"" + client + "\",\"sub\":\"" + client + "\",\"aud\":\""
                + CscServer.uri("/csc/v2/oauth2/token") + "\",\"jti\":\"" + id + "\",\"exp\":" + (seconds() + seconds)
                + "}";
    }

    private static String input(String algorithm, String claims) {
        return base64(("{\"typ\":\"JWT\",\"alg\":\"" + algorithm + "\"}").getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.getBytes(StandardCharsets.UTF_8));
    }

    private static String jwt(KeyPair pair, String claims) throws Exception {
        String input = input("ES256", claims);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(pair.getPrivate());
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + base64(signature.sign());
    }

    /** An application with that key is registered, as the directory file does it. */
    private static String register(byte[] key) throws Exception {
        String id = "khoa-" + System.nanoTime() + "-" + NUMBERS.incrementAndGet();
        try (Connection database = DriverManager.getConnection(
                        System.getenv("EXCHANGE_DB_URL"),
                        System.getenv("EXCHANGE_DB_USER"),
                        System.getenv("EXCHANGE_DB_PASSWORD"));
                PreparedStatement statement = database.prepareStatement(
                        "insert into oauth_client (id, name, assertion_key, redirect_uris, explicit)"
                                + " values (?, 'Ứng dụng có khóa', ?, array['http://127.0.0.1/tra-ve'], false)")) {
            statement.setString(1, id);
            statement.setBytes(2, key);
            statement.executeUpdate();
        }
        return id;
    }

    private static KeyPair p256() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String id() {
        return "jti-" + System.nanoTime() + "-" + NUMBERS.incrementAndGet();
    }

    private static long seconds() {
        return Clock.systemUTC().instant().getEpochSecond();
    }

    private static String base64(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
