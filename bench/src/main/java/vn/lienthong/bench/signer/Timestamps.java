package vn.lienthong.bench.signer;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.jspecify.annotations.Nullable;
import vn.lienthong.bench.http.HttpConnection;
import vn.lienthong.bench.measure.Limit;
import vn.lienthong.bench.measure.Operation;
import vn.lienthong.bench.measure.Target;
import vn.lienthong.bench.scene.Scene;
import vn.lienthong.bench.server.Authority;
import vn.lienthong.bench.server.BenchServer;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.text.Text;

/** RFC 3161 over HTTP. */
final class Timestamps {
    private static final int CLIENTS = 4;

    private static final String HEADERS = "Content-Type: application/timestamp-query\r\n";

    /** What a timestamp may cost beside its signature, in milliseconds of CPU time. */
    private static final double MOST_ABOVE = 0.15;

    private Timestamps() {}

    /** Each authority beside the raw signature of its own key. */
    static void measure(Scene scene) {
        scene.report().table().heading(new Text("Dấu thời gian RFC 3161 qua HTTP", "RFC 3161 timestamps over HTTP"));
        for (Authority authority : Authority.values()) {
            row(scene, authority, RawSignatures.limit(scene, authority.alias(), authority.kind()));
        }
        smallest(scene);
    }

    /** What HTTP and the container cost by themselves: nothing is signed or looked up. */
    private static void smallest(Scene scene) {
        Text name = new Text(
                "TSA từ chối một yêu cầu hỏng, " + CLIENTS + " máy khách",
                "TSA refuses a malformed query, " + CLIENTS + " clients");
        scene.report()
                .row(
                        name,
                        null,
                        () -> scene.measurement()
                                .of(CLIENTS, scene.server().watch(), worker -> new Refusal(scene.server())));
    }

    private static void row(Scene scene, Authority authority, @Nullable Limit limit) {
        String kind = authority.kind();
        Text name =
                new Text("TSA, " + kind + ", " + CLIENTS + " máy khách", "TSA, " + kind + ", " + CLIENTS + " clients");
        scene.report()
                .row(
                        name,
                        limit,
                        limit == null ? List.of() : List.of(Target.above(limit, MOST_ABOVE)),
                        () -> scene.measurement()
                                .of(
                                        CLIENTS,
                                        scene.server().watch(),
                                        worker -> new Query(scene.server(), authority, worker)));
    }

    /** One client's connection, on which nothing is granted. */
    private static final class Refusal implements Operation {
        private static final byte[] NO_QUERY = {0x30, 0x03, 0x02, 0x01, 0x01};

        private final HttpConnection connection;
        private final int octets;

        Refusal(BenchServer server) throws IOException, TSPException {
            connection = server.connect();
            byte[] answer =
                    connection.post("/tsa", HEADERS, NO_QUERY).required(1).body();
            TimeStampResponse refusal = new TimeStampResponse(answer);
            if (refusal.getStatus() != PKIStatus.REJECTION || refusal.getTimeStampToken() != null) {
                throw new IOException("not refused: " + refusal.getStatusString());
            }
            octets = answer.length;
        }

        @Override
        public void run() throws IOException {
            connection.post("/tsa", HEADERS, NO_QUERY).required(octets);
        }

        @Override
        public void close() {
            connection.close();
        }
    }

    /** One client's connection. The first answer is parsed and checked against its request; later ones are as long. */
    private static final class Query implements Operation {
        /** A nonce of another length, and an ECDSA signature of another one. */
        private static final int SLACK = 16;

        private final HttpConnection connection;
        private final byte[] query;
        private final int leastOctets;

        Query(BenchServer server, Authority authority, int worker) throws IOException, TSPException {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            generator.setReqPolicy(new ASN1ObjectIdentifier(authority.policy()));
            TimeStampRequest request = generator.generate(
                    TSPAlgorithms.SHA256,
                    DigestAlgorithm.SHA256
                            .digest(new byte[] {(byte) worker})
                            .value()
                            .toArray(),
                    BigInteger.valueOf(1_000_000_007L + worker));
            query = request.getEncoded();
            connection = server.connect();
            byte[] answer = connection.post("/tsa", HEADERS, query).required(1).body();
            new TimeStampResponse(answer).validate(request);
            leastOctets = answer.length - SLACK;
        }

        @Override
        public void run() throws IOException {
            connection.post("/tsa", HEADERS, query).required(leastOctets);
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}
