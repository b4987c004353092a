package vn.lienthong.exchange.boundary.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.it.SlowClient;

/** Requests on which two servers in a row could disagree where they end, and methods that tell or do too much. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OddRequestsIT {
    private static final int PORT = 8080 + Integer.getInteger("lienthong.it.port-offset", 0);
    /** Would be answered as a request of its own, if the server took it for one. */
    private static final String SMUGGLED = "GET /status.css HTTP/1.1\r\nHost: x\r\n\r\n";

    private static final String SIGN_OF_IT = "font-family";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Content-Length: 5, 6\r\n",
                "Content-Length: +5\r\n",
                "Content-Length: -5\r\n",
                "Content-Length: 0x5\r\n",
                "Content-Length: 99999999999999999999\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: identity, chunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding : chunked\r\nContent-Length: 5\r\n",
                "Content-Length : 5\r\n",
                "Transfer-Encoding: identity\r\n",
            })
    void aBodyOfWhichTheLengthIsInDoubtEndsTheConnection(String fields) throws IOException {
        String text = ask("POST /tsa HTTP/1.1\r\nHost: x\r\nContent-Type: application/timestamp-query\r\n" + fields
                + "\r\n0\r\n\r\n" + SMUGGLED);

        assertThat(text).doesNotContain(SIGN_OF_IT);
        assertThat(text.isEmpty() || text.startsWith("HTTP/1.1 4") || text.startsWith("HTTP/1.1 5"))
                .as(text)
                .isTrue();
    }

    @Test
    void aChunkOfAnImpossibleLengthEndsTheConnection() throws IOException {
        for (String size : List.of("FFFFFFFFFFFFFFFFFF", "-1", "5;x=" + "y".repeat(70_000))) {
            String text = ask("POST /tsa HTTP/1.1\r\nHost: x\r\nContent-Type: application/timestamp-query\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\n0\r\n\r\n" + SMUGGLED);
            assertThat(text).as(size).doesNotContain(SIGN_OF_IT);
        }
    }

    @Test
    void traceAndUnknownMethodsEchoNothing() throws IOException {
        for (String method : List.of("TRACE", "TRACK", "CONNECT", "PROPFIND")) {
            for (String path : List.of("/", "/api/v1/agencies", "/soap/exchange", "/tsa", "/sendEdoc")) {
                String text = ask(method + " " + path + " HTTP/1.1\r\nHost: x\r\nX-Secret: geheim\r\n"
                        + "Connection: close\r\n\r\n");
                assertThat(text).as(method + path).doesNotContain("geheim").doesNotStartWith("HTTP/1.1 2");
            }
        }
    }

    @Test
    void whatNothingServesIsAProblemToAProgramAndAPageToABrowser() throws IOException {
        String asked = "GET /khong-co/%3Cb%3E HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
        assertThat(ask(asked + "\r\n"))
                .startsWith("HTTP/1.1 404")
                .contains("application/problem+json", "\"code\":\"not-found\"", "Không tìm thấy");
        assertThat(ask(asked + "Accept: text/html\r\nAccept-Language: en\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .contains("<h1>Not found</h1>", "<a href=\"/\">")
                .doesNotContain("<b>");
        assertThat(ask("POST /xoaVanBan HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json")
                .doesNotContain("<html");
        assertThat(ask("GET /not-served HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
    }

    @Test
    void moreOrLongerHeadersThanAnybodyNeedsAreRefused() throws IOException {
        String head = "GET /status HTTP/1.1\r\nHost: x\r\n";
        assertThat(ask(head + "X-A: b\r\n".repeat(150) + "\r\n")).doesNotStartWith("HTTP/1.1 200");
        assertThat(ask(head + "X-A: " + "b".repeat(70_000) + "\r\n\r\n")).doesNotStartWith("HTTP/1.1 200");
        assertThat(ask("GET /status?" + "a=b&".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .doesNotStartWith("HTTP/1.1 200");
    }

    @Test
    void nothingTellsWhatServesAndStrangersSeeNoStack() throws IOException {
        for (String path :
                List.of("/", "/khong-co", "/api/v1/khong-co", "/soap/khong-co", "/%", "/..;/", "/status;x")) {
            String text = ask("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(text)
                    .as(path)
                    .doesNotContainIgnoringCase("undertow")
                    .doesNotContainIgnoringCase("wildfly")
                    .doesNotContain("\nServer:", "X-Powered-By", "\tat ", "vn.lienthong");
        }
    }

    @Test
    void noDoorForRemoteObjectsStandsOpen() throws IOException {
        assertThat(ask("GET /wildfly-services HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
        assertThat(ask("GET / HTTP/1.1\r\nHost: x\r\nUpgrade: jboss-remoting\r\nConnection: Upgrade, close\r\n"
                        + "Sec-JbossRemoting-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"))
                .doesNotContain("101 Switching");
        assertThat(ask("GET / HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n"
                        + "Connection: Upgrade, HTTP2-Settings\r\n\r\n"))
                .doesNotContain("101 Switching");
    }

    private static String ask(String octets) throws IOException {
        try (SlowClient client = new SlowClient(PORT)) {
            return client.patience(java.time.Duration.ofSeconds(2))
                    .send(octets)
                    .await()
                    .text();
        }
    }
}
