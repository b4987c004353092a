package vn.lienthong.exchange.boundary.rest;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;

/** Multipart forms with several files. */
final class FormsClient {
    private static final String BOUNDARY = "khong-co-trong-van-ban";

    private FormsClient() {}

    /** One part of a form; with a file name if that is not empty. */
    record Part(String name, String fileName, byte[] content) {
        static Part document(String fileName, byte[] content) {
            return new Part("document", fileName, content);
        }

        static Part parameters(String json) {
            return new Part("parameters", "", json.getBytes(StandardCharsets.UTF_8));
        }
    }

    static Answer post(RestClient client, String account, String path, List<Part> parts)
            throws IOException, InterruptedException {
        List<BodyPublisher> body = new ArrayList<>();
        for (Part part : parts) {
            String file = part.fileName().isEmpty() ? "" : "; filename=\"" + part.fileName() + "\"";
            body.add(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part.name() + "\"" + file
                    + "\r\n\r\n"));
            body.add(BodyPublishers.ofByteArray(part.content()));
            body.add(text("\r\n"));
        }
        body.add(text("--" + BOUNDARY + "--\r\n"));
        return client.send(RestClient.as(account, path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(body.toArray(BodyPublisher[]::new))));
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8));
    }
}
