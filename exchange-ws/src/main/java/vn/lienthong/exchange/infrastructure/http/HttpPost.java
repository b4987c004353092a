package vn.lienthong.exchange.infrastructure.http;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** The octets of a POST. Source: RFC 9112, sections 3 and 5. */
final class HttpPost {
    private static final String LINE = "\r\n";
    private static final Pattern FIELD_NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern FIELD_VALUE = Pattern.compile("[\\x20-\\x7e]*");

    private HttpPost() {}

    /** @throws IllegalArgumentException if a field could be read as something else than one field */
    static byte[] octets(URI address, Map<String, String> fields, byte[] body) {
        StringBuilder head = new StringBuilder()
                .append("POST ")
                .append(target(address))
                .append(" HTTP/1.1")
                .append(LINE)
                .append("host: ")
                .append(address.getRawAuthority())
                .append(LINE)
                .append("connection: close")
                .append(LINE)
                .append("user-agent: lienthong-webhook/1")
                .append(LINE)
                .append("content-length: ")
                .append(body.length)
                .append(LINE);
        fields.forEach((name, value) -> {
            if (!FIELD_NAME.matcher(name).matches()
                    || !FIELD_VALUE.matcher(value).matches()) {
                throw new IllegalArgumentException("not a field: " + name);
            }
            head.append(name).append(": ").append(value).append(LINE);
        });
        head.append(LINE);
        ByteArrayOutputStream octets = new ByteArrayOutputStream(head.length() + body.length);
        octets.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        octets.writeBytes(body);
        return octets.toByteArray();
    }

    private static String target(URI address) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }
}
