package vn.lienthong.demo.soap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.demo.story.DemoFailure;

/**
 * A message that travels as an envelope with attachments.
 *
 * <p>Source: RFC 2387; XOP 1.0 §3; SOAP MTOM §3.
 */
final class MultipartRelated {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTENT_ID =
            Pattern.compile("^content-id:\\s*<([^>\\r\\n]+)>", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private final byte[] root;
    private final Map<String, byte[]> parts;

    private MultipartRelated(byte[] root, Map<String, byte[]> parts) {
        this.root = root;
        this.parts = parts;
    }

    static boolean is(String contentType) {
        return contentType.regionMatches(true, 0, "multipart/related", 0, "multipart/related".length());
    }

    /** A package of an envelope alone: it asks for attachments in the answer. */
    static byte[] of(byte[] envelope, String boundary) {
        String head = "--" + boundary + "\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\n"
                + "Content-Transfer-Encoding: binary\r\nContent-ID: <root@demo.lienthong>\r\n\r\n";
        String tail = "\r\n--" + boundary + "--\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] end = tail.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(start, start.length + envelope.length + end.length);
        System.arraycopy(envelope, 0, whole, start.length, envelope.length);
        System.arraycopy(end, 0, whole, start.length + envelope.length, end.length);
        return whole;
    }

    static String contentType(String boundary) {
        return "multipart/related; type=\"application/xop+xml\"; start=\"<root@demo.lienthong>\"; "
                + "start-info=\"text/xml\"; boundary=\"" + boundary + "\"";
    }

    /** The first part is the envelope, as every MTOM stack writes it. */
    static MultipartRelated parse(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw malformed();
        }
        // Octet for octet as characters, so that an index in the text is one in the octets.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String delimiter = "--" + boundary.group(1);
        byte[] first = null;
        Map<String, byte[]> parts = new HashMap<>();
        int at = text.indexOf(delimiter);
        while (at >= 0 && !text.startsWith("--", at + delimiter.length())) {
            int head = at + delimiter.length();
            int content = text.indexOf("\r\n\r\n", head) + 4;
            int end = text.indexOf("\r\n" + delimiter, content);
            if (content < 4 || end < 0) {
                throw malformed();
            }
            byte[] octets = Arrays.copyOfRange(body, content, end);
            Matcher id = CONTENT_ID.matcher(text.substring(head, content));
            if (id.find()) {
                parts.put(id.group(1), octets);
            }
            first = first == null ? octets : first;
            at = end + 2;
        }
        if (first == null) {
            throw malformed();
        }
        return new MultipartRelated(first, parts);
    }

    byte[] root() {
        return root.clone();
    }

    /** The part of that Content-ID. */
    byte[] part(String id) {
        byte[] found = parts.get(id);
        if (found == null) {
            throw malformed();
        }
        return found.clone();
    }

    private static DemoFailure malformed() {
        return new DemoFailure("câu trả lời MTOM sai cấu trúc", "the MTOM answer is malformed");
    }
}
