package vn.lienthong.demo.rest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart/form-data body. Source: RFC 7578. */
public final class FormBody {
    private static final String BOUNDARY = "lienthong-demo-7d1f0c52b86a4e39";

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

    public FormBody file(String name, String fileName, String type, byte[] content) {
        return part("name=\"" + name + "\"; filename=\"" + fileName + "\"", type, content);
    }

    public FormBody field(String name, String type, String content) {
        return part("name=\"" + name + "\"", type, content.getBytes(StandardCharsets.UTF_8));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] octets() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(octets.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return whole.toByteArray();
    }

    private FormBody part(String disposition, String type, byte[] content) {
        octets.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: "
                        + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        octets.writeBytes(content);
        octets.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return this;
    }
}
