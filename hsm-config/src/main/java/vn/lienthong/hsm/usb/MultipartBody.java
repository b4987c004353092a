package vn.lienthong.hsm.usb;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A form whose files are read while they are sent. Source: RFC 7578. */
final class MultipartBody {
    private final String boundary;
    private final List<BodyPublisher> parts = new ArrayList<>();

    MultipartBody(RandomGenerator random) {
        byte[] octets = new byte[16];
        random.nextBytes(octets);
        boundary = "lienthong-" + HexFormat.of().formatHex(octets);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    MultipartBody file(String name, Path file) throws FileNotFoundException {
        String fileName = Optional.ofNullable(file.getFileName())
                .map(Path::toString)
                .orElse("document")
                .replace("%", "%25")
                .replace("\"", "%22");
        add(name, "; filename=\"" + fileName + "\"", BodyPublishers.ofFile(file));
        return this;
    }

    MultipartBody text(String name, String text) {
        add(name, "", BodyPublishers.ofString(text));
        return this;
    }

    BodyPublisher publisher() {
        List<BodyPublisher> whole = new ArrayList<>(parts);
        whole.add(octets("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(whole.toArray(BodyPublisher[]::new));
    }

    private void add(String name, String more, BodyPublisher body) {
        parts.add(octets(
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n"));
        parts.add(body);
        parts.add(octets("\r\n"));
    }

    private static BodyPublisher octets(String text) {
        return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8));
    }
}
