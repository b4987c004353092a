package vn.lienthong.bench.signer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.bench.http.HttpConnection;
import vn.lienthong.bench.measure.Limit;
import vn.lienthong.bench.measure.Operation;
import vn.lienthong.bench.measure.Watch;
import vn.lienthong.bench.scene.Scene;
import vn.lienthong.bench.token.PooledHashes;
import vn.lienthong.bench.token.SignedText;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.text.Text;
import vn.lienthong.signer.token.CertifiedKey;

/** Digests signed through the pool, and over REST: one in a request, and {@value #BATCH}. */
final class HashSignatures {
    static final int BATCH = 50;
    /** Two processors are kept busy by these, and no queue grows. */
    private static final int CLIENTS = 4;

    private static final Pattern FIRST_SIGNATURE = Pattern.compile("\"signatures\"\\s*:\\s*\\[\\s*\"([^\"]+)\"");

    private HashSignatures() {}

    static void rows(Scene scene, BenchKey key, @Nullable Limit limit) {
        pooled(scene, key, limit, 1, 1);
        pooled(scene, key, limit, 2, 1);
        pooled(scene, key, limit, 2, BATCH);
        overRest(scene, key, limit, 1);
        overRest(scene, key, limit, BATCH);
    }

    private static void pooled(Scene scene, BenchKey key, @Nullable Limit limit, int threads, int batch) {
        Text name = new Text(
                "kho phiên, " + key.kind() + ", " + threads + " luồng" + (batch > 1 ? ", lô " + batch : ""),
                "pool, " + key.kind() + ", " + threads + (threads == 1 ? " thread" : " threads")
                        + (batch > 1 ? ", batches of " + batch : ""));
        scene.report()
                .row(
                        name,
                        limit,
                        () -> scene.measurement()
                                .of(threads, Watch.own(), worker -> {
                                    PooledHashes operation = new PooledHashes(scene.token(), key.alias(), batch);
                                    operation.check();
                                    return operation;
                                })
                                .counting(batch));
    }

    private static void overRest(Scene scene, BenchKey key, @Nullable Limit limit, int batch) {
        Text name = new Text(
                "REST, " + key.kind() + ", " + CLIENTS + " máy khách, " + batch + " trong một lời gọi",
                "REST, " + key.kind() + ", " + CLIENTS + " clients, " + batch + " in a request");
        scene.report()
                .row(
                        name,
                        limit,
                        limit == null
                                ? List.of()
                                : key.target(limit, batch > 1).stream().toList(),
                        () -> scene.measurement()
                                .of(CLIENTS, scene.server().watch(), worker -> new Request(scene, key, batch))
                                .counting(batch));
    }

    /** One client's connection; the first answer's first signature is verified. */
    private static final class Request implements Operation {
        private final HttpConnection connection;
        private final String headers;
        private final byte[] body;
        private final int leastOctets;

        Request(Scene scene, BenchKey benchKey, int batch) throws Exception {
            CertifiedKey key = scene.token().key(benchKey.alias());
            connection = scene.server().connect();
            headers = scene.server().authorization() + "Content-Type: application/json\r\n";
            String digest = "\""
                    + Base64.getEncoder()
                            .encodeToString(key.scheme()
                                    .digest()
                                    .digest(SignedText.octets())
                                    .value()
                                    .toArray())
                    + "\"";
            body = ("{\"key\":\"" + benchKey.alias() + "\",\"scheme\":\"" + key.scheme() + "\",\"digests\":["
                            + String.join(",", Collections.nCopies(batch, digest)) + "]}")
                    .getBytes(StandardCharsets.UTF_8);
            String answer = connection
                    .post("/api/v1/hashes/signatures", headers, body)
                    .required(0)
                    .text();
            Matcher signature = FIRST_SIGNATURE.matcher(answer);
            if (!signature.find()) {
                throw new IOException("no signature in the answer: " + answer);
            }
            SignedText.requireSignature(key, Bytes.of(Base64.getDecoder().decode(signature.group(1))));
            // an ECDSA signature has two lengths or three
            leastOctets = answer.length() - 12 * batch;
        }

        @Override
        public void run() throws IOException {
            connection.post("/api/v1/hashes/signatures", headers, body).required(leastOctets);
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}
