package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.BAC_KAN;
import static vn.lienthong.exchange.boundary.rest.RestClient.CAO_BANG;
import static vn.lienthong.exchange.boundary.rest.RestClient.OFFICIAL;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.it.BadEdxml;
import vn.lienthong.exchange.it.RawHttp;
import vn.lienthong.exchange.it.Stored;
import vn.lienthong.exchange.it.TestLetter;
import vn.lienthong.exchange.it.ZipBomb;

/** Bad input at the door of REST v1 on the running server: each has its problem, and leaves nothing behind. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestBadInputIT {
    private static final String EDXML = "application/edxml+xml";
    private static final String DISPATCHES = "/api/v1/dispatches";
    private static final byte[] GOOD = letter("920", new byte[] {1, 2, 3});

    private Stored before;

    @BeforeEach
    void look() {
        before = Stored.now();
    }

    @Test
    void refusesWhoeverIsNobody() throws Exception {
        HttpRequest.Builder stranger = RestClient.anonymous(DISPATCHES);
        refuses("no token", FailureCode.CREDENTIALS_INVALID, posted(stranger, GOOD));
        refuses(
                "another's token",
                FailureCode.CREDENTIALS_INVALID,
                posted(RestClient.anonymous(DISPATCHES).header("Authorization", "Bearer " + "0".repeat(64)), GOOD));
        refuses("an official", FailureCode.NOT_PERMITTED, posted(RestClient.as(OFFICIAL, "dispatches"), GOOD));
    }

    @Test
    void refusesABodyWhoseHashDiffers() throws Exception {
        refuses(
                "a hash of other octets",
                FailureCode.BODY_DIGEST_MISMATCH,
                dispatch(GOOD).header("Content-Digest", "sha-256=:" + "A".repeat(43) + "=:"));
        refuses(
                "a hash that is none",
                FailureCode.PARAMETER_INVALID,
                dispatch(GOOD).header("Content-Digest", "sha-256=:xyz:"));
    }

    @Test
    void refusesEachBadMessage() throws Exception {
        for (BadEdxml bad : BadEdxml.of(TestLetter.SENDER, TestLetter.MINISTRY)) {
            refuses(bad.fault(), bad.code(), dispatch(bad.octets()));
        }
    }

    @Test
    void keepsNothingOfABodyThatBreaksOffAndTakesTheWholeAfterwards() throws Exception {
        byte[] octets = letter(TestLetter.numberOfThisRun(921), new byte[200_000]);
        for (int sent : new int[] {0, 1, octets.length / 2, octets.length - 1}) {
            String answer = RawHttp.postAndBreakOff(port(), DISPATCHES, headers(BAC_KAN, EDXML), octets, sent);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"body-truncated\"");
            before.assertUnchanged("a body that breaks off after " + sent + " octets");
        }
        assertThat(sent(octets).status()).isEqualTo(201);
        before.withOneMore().assertUnchanged("the whole body");
    }

    @Test
    void refusesTheSameDocumentIdWithOtherOctets() throws Exception {
        String number = TestLetter.numberOfThisRun(922);
        assertThat(sent(letter(number, new byte[] {1})).status()).isEqualTo(201);
        before = Stored.now();

        refuses("other octets", FailureCode.DOCUMENT_ID_REUSED, dispatch(letter(number, new byte[] {2})));
    }

    @Test
    void refusesTwoGigabytesBeforeTheyAreSentWhereverTheyGo() throws Exception {
        Map<String, String> doors = Map.of(
                DISPATCHES,
                EDXML,
                "/api/v1/inbox/leases",
                "application/json",
                "/api/v1/validations",
                "application/pdf");
        for (Map.Entry<String, String> door : doors.entrySet()) {
            refusesUnread(door.getKey(), headers(BAC_KAN, door.getValue()));
        }
        refusesUnread("/api/v1/signatures", headers(OFFICIAL, "multipart/form-data; boundary=x"));
        refusesUnread("/api/v1/hashes/signatures", headers(OFFICIAL, "application/json"));
    }

    @Test
    void refusesATimestampOverWhatIsNoDigestItKnows() throws Exception {
        String sha1 = "{\"hashAlgorithm\":\"SHA-1\",\"digest\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAA=\"}";
        String shortOne = "{\"hashAlgorithm\":\"SHA-256\",\"digest\":\"AAAA\"}";
        String rubbish = "{\"hashAlgorithm\":\"SHA-256\",\"digest\":\"không phải base64\"}";
        for (String body : new String[] {sha1, shortOne, rubbish, "Xin dấu"}) {
            refuses(body, FailureCode.PARAMETER_INVALID, timestampOver(body));
        }
        refuses("nothing", FailureCode.PARAMETER_MISSING, timestampOver("{}"));
    }

    private static HttpRequest.Builder timestampOver(String body) throws Exception {
        return RestClient.as(OFFICIAL, "timestamps")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    @Test
    void takesAZipBombAsTheOctetsThatItIs() throws Exception {
        byte[] octets = letter(TestLetter.numberOfThisRun(923), ZipBomb.octets());
        try (RestClient client = new RestClient()) {
            Answer accepted = client.send(dispatch(octets));
            assertThat(accepted.status()).isEqualTo(201);
            String delivery = client.get(
                            BAC_KAN, "dispatches/" + accepted.json().get("id").asText())
                    .json()
                    .at("/deliveries/0/deliveryId")
                    .asText();
            assertThat(client.get(CAO_BANG, "dispatches/" + delivery + "/content")
                            .body())
                    .isEqualTo(octets);
        }
        before.withOneMore().assertUnchanged("a zip bomb");
    }

    private void refusesUnread(String door, Map<String, String> headers) throws Exception {
        String answer = RawHttp.postWithoutBody(port(), door, headers, 2L << 30);
        assertThat(answer).as(door).startsWith("HTTP/1.1 413").contains("\"code\":\"body-too-large\"");
        before.assertUnchanged("2 GB announced at " + door);
    }

    private void refuses(String fault, FailureCode code, HttpRequest.Builder request) throws Exception {
        try (RestClient client = new RestClient()) {
            Answer answer = client.send(request);
            assertThat(answer.code()).as(fault).isEqualTo(code.code());
            assertThat(answer.status()).as(fault).isEqualTo(code.httpStatus());
            assertThat(answer.header("Content-Type")).as(fault).isEqualTo("application/problem+json");
            assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                    .as(fault)
                    .doesNotContain("Exception", "vn.lienthong", "root:");
        }
        before.assertUnchanged(fault);
    }

    private static Answer sent(byte[] octets) throws Exception {
        try (RestClient client = new RestClient()) {
            return client.send(dispatch(octets));
        }
    }

    private static HttpRequest.Builder dispatch(byte[] octets) throws Exception {
        return posted(RestClient.as(BAC_KAN, "dispatches"), octets);
    }

    private static HttpRequest.Builder posted(HttpRequest.Builder request, byte[] octets) {
        return request.header("Content-Type", EDXML).POST(BodyPublishers.ofByteArray(octets));
    }

    private static Map<String, String> headers(String account, String type) throws Exception {
        return Map.of("Authorization", RestClient.bearer(account), "Content-Type", type);
    }

    private static int port() {
        return RestClient.uri("/").getPort();
    }

    private static byte[] letter(String number, byte[] attachment) {
        return TestLetter.text(TestLetter.SENDER, number, attachment, TestLetter.PROVINCE)
                .getBytes(StandardCharsets.UTF_8);
    }
}
