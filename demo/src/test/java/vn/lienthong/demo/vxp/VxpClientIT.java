package vn.lienthong.demo.vxp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.demo.http.Http;
import vn.lienthong.demo.story.DemoFailure;
import vn.lienthong.signer.text.Language;

/** What the client puts on the wire, seen by a server of the JDK. */
class VxpClientIT {
    private HttpServer server;
    private volatile Headers seen;
    private volatile String path;
    private volatile String answer = "{\"status\":\"OK\",\"ErrorCode\":\"0\",\"ErrorDesc\":\"\",\"DocId\":\"d-1\"}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            seen = exchange.getRequestHeaders();
            path = exchange.getRequestURI().getPath();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void signsEveryParameterThatItSends() throws Exception {
        assertThat(client().sendEdoc("000.00.00.H03", "edoc", new byte[] {1})).isEqualTo("d-1");
        assertThat(path).isEqualTo("/VXPAdapter/adapter/sendEdoc");
        String signed = seen.getFirst("XroadVnpt-sign-header");
        assertThat(seen.getFirst("XroadVnpt-hash-header")).isEqualTo(hmac(signed));
        assertThat(signed)
                .contains("\"XroadVnpt-from\":\"000.00.00.H03\"")
                .contains("\"XroadVnpt-systemid\":\"qlvb.test\"")
                .contains("\"XroadVnpt-timestamp\":\"23112026T090507+0412\"");
        assertThat(seen.getFirst("XroadVnpt-sign-header-key"))
                .isEqualTo("from;servicetype;messagetype;hash-file;timestamp;systemid");
    }

    @Test
    void quotesTheAxisThatRefuses() {
        answer = "{\"status\":\"FAIL\",\"ErrorCode\":\"18\",\"ErrorDesc\":\"unknown\"}";
        assertThatThrownBy(() -> client().done("d-1"))
                .isInstanceOf(DemoFailure.class)
                .hasMessage("the axis refused updateStatus: 18 unknown");
    }

    private VxpClient client() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T02:05:07.412Z"), ZoneOffset.UTC);
        URI root = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new VxpClient(new Http(root, Language.EN), "qlvb.test", "secret", clock);
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
