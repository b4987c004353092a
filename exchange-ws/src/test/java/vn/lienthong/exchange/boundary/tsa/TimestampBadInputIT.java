package vn.lienthong.exchange.boundary.tsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.it.RawHttp;
import vn.lienthong.exchange.it.Stored;

/** RFC 3161 §2.4.2 at the running server's door: a bad query has its rejection, and the next one its token. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TimestampBadInputIT {
    private static final String QUERY = TimestampServlet.QUERY;
    private static final BigInteger NONCE = BigInteger.valueOf(20261120);

    private Stored before;

    @BeforeEach
    void look() {
        before = Stored.now();
    }

    @Test
    void refusesAHashThatItDoesNotKnow() throws Exception {
        rejects(PKIFailureInfo.badAlg, query(new ASN1ObjectIdentifier("1.2.3.4.5"), 32, null));
        rejects(PKIFailureInfo.badAlg, query(TSPAlgorithms.MD5, 16, null));
        rejects(PKIFailureInfo.badAlg, query(OIWObjectIdentifiers.idSHA1, 20, null));
    }

    @Test
    void refusesAPolicyThatItDoesNotHave() throws Exception {
        rejects(PKIFailureInfo.unacceptedPolicy, query(TSPAlgorithms.SHA256, 32, "1.3.6.1.4.1.99999.7"));
    }

    @Test
    void refusesWhatIsNoQuery() throws Exception {
        byte[] good = query(TSPAlgorithms.SHA256, 32, null);
        rejects(PKIFailureInfo.badDataFormat, new byte[0]);
        rejects(PKIFailureInfo.badDataFormat, "Xin dấu thời gian".getBytes("UTF-8"));
        rejects(PKIFailureInfo.badDataFormat, Arrays.copyOf(good, good.length - 1));
        rejects(PKIFailureInfo.badDataFormat, Arrays.copyOf(good, good.length + 1));
        rejects(PKIFailureInfo.badDataFormat, HexFormat.of().parseHex("3080020101300000000000"));
        rejects(PKIFailureInfo.badDataFormat, HexFormat.of().parseHex("3084ffffffff"));
        byte[] nested = new byte[60_000];
        Arrays.fill(nested, (byte) 0x30);
        rejects(PKIFailureInfo.badDataFormat, nested);
        rejects(PKIFailureInfo.badDataFormat, query(TSPAlgorithms.SHA256, 31, null));
    }

    @Test
    void refusesAQueryThatIsFarTooLong() throws Exception {
        assertThat(post(new byte[TimestampServlet.LARGEST_QUERY + 1]).statusCode())
                .isEqualTo(413);
        assertThat(RawHttp.postWithoutBody(address().getPort(), "/tsa", Map.of("Content-Type", QUERY), 2L << 30))
                .startsWith("HTTP/1.1 413");
        stillIssues();
    }

    @Test
    void goesOnAfterAQueryThatBreaksOff() throws Exception {
        byte[] good = query(TSPAlgorithms.SHA256, 32, null);
        RawHttp.postAndBreakOff(address().getPort(), "/tsa", Map.of("Content-Type", QUERY), good, good.length / 2);
        stillIssues();
    }

    private void rejects(int failure, byte[] query) throws Exception {
        HttpResponse<byte[]> answer = post(query);
        assertThat(answer.statusCode()).isEqualTo(200);
        TimeStampResponse response = new TimeStampResponse(answer.body());
        assertThat(response.getStatus()).isEqualTo(PKIStatus.REJECTION);
        assertThat(response.getFailInfo().intValue()).isEqualTo(failure);
        assertThat(response.getTimeStampToken()).isNull();
        stillIssues();
    }

    private void stillIssues() throws Exception {
        byte[] good = query(TSPAlgorithms.SHA256, 32, null);
        TimeStampResponse response = new TimeStampResponse(post(good).body());
        response.validate(new TimeStampRequest(good));
        assertThat(response.getStatus()).isEqualTo(PKIStatus.GRANTED);
        before.assertUnchanged("a timestamp query");
    }

    private static byte[] query(ASN1ObjectIdentifier hash, int length, String policy) throws Exception {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        if (policy != null) {
            generator.setReqPolicy(new ASN1ObjectIdentifier(policy));
        }
        return generator.generate(hash, new byte[length], NONCE).getEncoded();
    }

    private static HttpResponse<byte[]> post(byte[] query) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(address())
                            .header("Content-Type", QUERY)
                            .POST(BodyPublishers.ofByteArray(query))
                            .build(),
                    BodyHandlers.ofByteArray());
        }
    }

    private static URI address() {
        return URI.create("http://127.0.0.1:" + (8080 + Integer.getInteger("lienthong.it.port-offset")) + "/tsa");
    }
}
