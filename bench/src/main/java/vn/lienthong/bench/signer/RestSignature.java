package vn.lienthong.bench.signer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.lienthong.bench.http.HttpConnection;
import vn.lienthong.bench.measure.Operation;
import vn.lienthong.bench.server.BenchServer;
import vn.lienthong.signer.sign.SignatureLevel;

/** One client's call that sends a PDF and gets it back signed, whole. */
final class RestSignature implements Operation {
    private static final String BOUNDARY = "lienthong-bench-5f3a9c";

    private final HttpConnection connection;
    private final String headers;
    private final byte[] body;
    private final int leastOctets;

    RestSignature(BenchServer server, Path pdf, String key, SignatureLevel level) throws IOException {
        connection = server.connect();
        headers = server.authorization() + "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n";
        byte[] document = Files.readAllBytes(pdf);
        String parameters = "{\"key\":\"" + key + "\",\"level\":\""
                + (level == SignatureLevel.BASELINE_T ? "baseline-T" : "baseline-B") + "\"}";
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        text(
                form,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"parameters\"\r\n"
                        + "Content-Type: application/json\r\n\r\n" + parameters + "\r\n--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n");
        form.writeBytes(document);
        text(form, "\r\n--" + BOUNDARY + "--\r\n");
        body = form.toByteArray();
        leastOctets = document.length + 1;
    }

    @Override
    public void run() throws IOException {
        connection.post("/api/v1/signatures", headers, body).required(leastOctets);
    }

    @Override
    public void close() {
        connection.close();
    }

    private static void text(ByteArrayOutputStream form, String text) {
        form.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
