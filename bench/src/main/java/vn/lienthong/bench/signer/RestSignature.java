package vn.lienthong.bench.signer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.lienthong.bench.http.HttpConnection;
import vn.lienthong.bench.measure.Operation;
import vn.lienthong.bench.server.BenchServer;

/** One client's call that sends a document and gets back what was signed, whole. */
final class RestSignature implements Operation {
    private static final String BOUNDARY = "lienthong-bench-5f3a9c";
    /** No signature with its certificates is shorter. */
    private static final int LEAST_SIGNATURE = 1_000;

    private final HttpConnection connection;
    private final String headers;
    private final byte[] body;
    private final int leastOctets;

    RestSignature(BenchServer server, Path file, String key, SignedForm form) throws IOException {
        connection = server.connect();
        headers = server.authorization() + "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n";
        byte[] document = Files.readAllBytes(file);
        String parameters = "{\"key\":\"" + key + "\"," + form.parameters() + "}";
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        text(
                whole,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"parameters\"\r\n"
                        + "Content-Type: application/json\r\n\r\n" + parameters + "\r\n--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"document\"; filename=\"" + file.getFileName()
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        whole.writeBytes(document);
        text(whole, "\r\n--" + BOUNDARY + "--\r\n");
        body = whole.toByteArray();
        leastOctets = (form.holdsDocument() ? document.length : 0) + LEAST_SIGNATURE;
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
