package vn.lienthong.exchange.boundary.vxp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.it.BadEdxml;
import vn.lienthong.exchange.it.RawHttp;
import vn.lienthong.exchange.it.Stored;
import vn.lienthong.exchange.it.TestLetter;
import vn.lienthong.exchange.it.ZipBomb;

/** Bad input at the VXP door of the running server: each has its answer, and leaves nothing behind. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class VxpBadInputIT {
    private static final byte[] GOOD = TestLetter.text(
                    SampleEdoc.BAC_KAN, "910", "đính kèm".getBytes(StandardCharsets.UTF_8), SampleEdoc.CAO_BANG)
            .getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Stored before;

    @BeforeEach
    void look() {
        before = Stored.now();
    }

    @Test
    void refusesWhoeverDoesNotHoldTheSecret() throws Exception {
        refuses(FailureCode.CREDENTIALS_INVALID, new SignedPost(GOOD).secret("not the secret"));
        refuses(FailureCode.CREDENTIALS_INVALID, new SignedPost(GOOD).bent("XroadVnpt-hash-header", "0".repeat(64)));
        refuses(FailureCode.CREDENTIALS_INVALID, new SignedPost(GOOD).bent("XroadVnpt-hash-header", ""));
        refuses(FailureCode.CREDENTIALS_INVALID, new SignedPost(GOOD).bent("XroadVnpt-sign-header", "{}"));
        refuses(FailureCode.CREDENTIALS_INVALID, new SignedPost(GOOD).system("qlvb.khong-co"));
        refuses(FailureCode.CREDENTIALS_INVALID, new SignedPost(GOOD).bent("XroadVnpt-systemid", "qlvb.bo-khcn"));
        refuses(FailureCode.CREDENTIALS_INVALID, new SignedPost(GOOD).system(RunningServer.MINISTRY));
    }

    @Test
    void refusesAHeaderThatTheHmacDoesNotCover() throws Exception {
        refuses(
                FailureCode.HEADER_NOT_SIGNED,
                new SignedPost(GOOD).without("from").bent("XroadVnpt-from", SampleEdoc.BAC_KAN));
        refuses(FailureCode.HEADER_NOT_SIGNED, new SignedPost(GOOD).bent("XroadVnpt-to", SampleEdoc.CAO_BANG));
        refuses(FailureCode.HEADER_NOT_SIGNED, new SignedPost(GOOD).bent("XroadVnpt-from", SampleEdoc.MINISTRY));
        refuses(FailureCode.HEADER_NOT_SIGNED, new SignedPost(GOOD).bent("XroadVnpt-hash-file", "0".repeat(64)));
    }

    @Test
    void refusesATimestampThatIsStaleOrOfTheFuture() throws Exception {
        Instant now = Clock.systemUTC().instant();
        refuses(FailureCode.TIMESTAMP_STALE, new SignedPost(GOOD).made(now.minus(Duration.ofDays(2))));
        refuses(FailureCode.TIMESTAMP_STALE, new SignedPost(GOOD).made(now.plus(Duration.ofHours(1))));
    }

    @Test
    void refusesFromOfAnotherSystemsAgency() throws Exception {
        refuses(FailureCode.SENDER_NOT_YOURS, new SignedPost(GOOD).parameter("from", SampleEdoc.MINISTRY));
        refuses(FailureCode.SENDER_NOT_YOURS, new SignedPost(GOOD).parameter("from", "000.00.13.H03"));
    }

    @Test
    void refusesABodyWhoseHashDiffers() throws Exception {
        refuses(FailureCode.BODY_DIGEST_MISMATCH, new SignedPost(GOOD).parameter("hash-file", "0".repeat(64)));
        refuses(FailureCode.PARAMETER_INVALID, new SignedPost(GOOD).parameter("hash-file", "xyz"));
        refuses(FailureCode.PARAMETER_MISSING, new SignedPost(GOOD).without("hash-file"));
    }

    @Test
    void refusesEachBadMessage() throws Exception {
        for (BadEdxml bad : BadEdxml.of(SampleEdoc.BAC_KAN, SampleEdoc.MINISTRY)) {
            refuses(bad.fault(), bad.code(), new SignedPost(bad.octets()));
        }
    }

    @Test
    void keepsNothingOfABodyThatBreaksOffAndTakesTheWholeAfterwards() throws Exception {
        byte[] octets = TestLetter.text(
                        SampleEdoc.BAC_KAN, TestLetter.numberOfThisRun(911), new byte[200_000], SampleEdoc.CAO_BANG)
                .getBytes(StandardCharsets.UTF_8);
        for (int sent : new int[] {0, 1, octets.length / 2, octets.length - 1}) {
            SignedPost post = new SignedPost(octets);
            String answer =
                    RawHttp.postAndBreakOff(RunningServer.port(), SignedPost.PATH, post.headers(), octets, sent);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("\"ErrorCode\":\"116\"");
            before.assertUnchanged("a body that breaks off after " + sent + " octets");
        }
        assertThat(new SignedPost(octets).send().statusCode()).isEqualTo(200);
        before.withOneMore().assertUnchanged("the whole body");
    }

    @Test
    void refusesTheSameDocumentIdWithOtherOctets() throws Exception {
        String number = TestLetter.numberOfThisRun(912);
        byte[] first = TestLetter.text(SampleEdoc.BAC_KAN, number, new byte[] {1}, SampleEdoc.CAO_BANG)
                .getBytes(StandardCharsets.UTF_8);
        byte[] second = TestLetter.text(SampleEdoc.BAC_KAN, number, new byte[] {2}, SampleEdoc.CAO_BANG)
                .getBytes(StandardCharsets.UTF_8);
        assertThat(new SignedPost(first).send().statusCode()).isEqualTo(200);
        before = Stored.now();

        refuses(FailureCode.DOCUMENT_ID_REUSED, new SignedPost(second));
    }

    @Test
    void refusesTwoGigabytesBeforeTheyAreSent() throws Exception {
        String answer = RawHttp.postWithoutBody(
                RunningServer.port(), SignedPost.PATH, new SignedPost(GOOD).headers(), 2L << 30);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("\"ErrorCode\":\"115\"");
        before.assertUnchanged("2 GB that were announced");
    }

    @Test
    void takesAZipBombAsTheOctetsThatItIs() throws Exception {
        Path sent = folder.resolve("bomb.edxml");
        Files.writeString(
                sent,
                TestLetter.text(
                        SampleEdoc.BAC_KAN, TestLetter.numberOfThisRun(913), ZipBomb.octets(), SampleEdoc.CAO_BANG));
        try (VxpClient sender = RunningServer.client(RunningServer.BAC_KAN);
                VxpClient receiver = RunningServer.client(RunningServer.CAO_BANG)) {
            VxpClient.Answer accepted = sender.sendEdoc(sent, SampleEdoc.BAC_KAN, "edoc");
            assertThat(accepted.ok()).isTrue();
            String received = StreamSupport.stream(
                            sender.getSentEdocList("edoc", accepted.docId())
                                    .json()
                                    .get("data")
                                    .spliterator(),
                            false)
                    .map(row -> row.get("receiverDocId").asText())
                    .findFirst()
                    .orElseThrow();
            Path fetched = folder.resolve("fetched.edxml");
            assertThat(receiver.downloadEdoc(received, fetched)).isEqualTo(200);
            assertThat(fetched).hasSameBinaryContentAs(sent);
        }
        before.withOneMore().assertUnchanged("a zip bomb");
    }

    private void refuses(FailureCode code, SignedPost post) throws Exception {
        refuses(code.code(), code, post);
    }

    private void refuses(String fault, FailureCode code, SignedPost post) throws Exception {
        HttpResponse<String> answer = post.send();

        JsonNode json = new JsonMapper().readTree(answer.body());
        assertThat(json.get("ErrorCode").asText()).as(fault).isEqualTo(Integer.toString(code.vxpErrorCode()));
        assertThat(answer.statusCode()).as(fault).isEqualTo(code.httpStatus());
        assertThat(json.get("status").asText()).as(fault).isEqualTo("FAIL");
        assertThat(answer.body()).as(fault).doesNotContain("Exception", "vn.lienthong", "root:");
        before.assertUnchanged(fault);
    }
}
