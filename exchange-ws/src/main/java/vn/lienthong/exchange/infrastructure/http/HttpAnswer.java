package vn.lienthong.exchange.infrastructure.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The status and the beginning of the body of an answer, and no more of it. Source: RFC 9112, sections 4, 6 and 7.1.
 *
 * @param body its first {@link #LARGEST_BODY} octets, as UTF-8
 */
record HttpAnswer(int status, String body) {
    /** A challenge with some white space fits; nothing else of a body is looked at. */
    private static final int LARGEST_BODY = 4 << 10;

    private static final int LARGEST_HEAD = 16 << 10;
    private static final int MOST_INTERIM = 5;
    private static final int NO_CONTENT = 204;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");

    /** @throws MalformedAnswerException if it is none of HTTP/1, or its head has no end */
    static HttpAnswer read(InputStream in) throws IOException, MalformedAnswerException {
        for (int interim = 0; interim <= MOST_INTERIM; interim++) {
            Head head = Head.read(in);
            if (head.status / 100 != 1) {
                return new HttpAnswer(head.status, new String(body(head, in), StandardCharsets.UTF_8));
            }
        }
        throw new MalformedAnswerException();
    }

    /** Who has said that it took the event has taken it, whatever becomes of the rest. */
    private static byte[] body(Head head, InputStream in) {
        try {
            return head.chunked ? chunks(in) : in.readNBytes(Math.min(LARGEST_BODY, head.length));
        } catch (IOException | MalformedAnswerException e) {
            return new byte[0];
        }
    }

    private static byte[] chunks(InputStream in) throws IOException, MalformedAnswerException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (body.size() < LARGEST_BODY) {
            String size = line(in, LARGEST_BODY).split(";", 2)[0].strip();
            if (!size.matches("[0-9a-fA-F]{1,7}")) {
                throw new MalformedAnswerException();
            }
            int length = Integer.parseInt(size, 16);
            if (length == 0) {
                break;
            }
            byte[] chunk = in.readNBytes(Math.min(length, LARGEST_BODY - body.size()));
            body.writeBytes(chunk);
            if (chunk.length < length) {
                break; // more than is looked at, or broken off
            }
            line(in, 2);
        }
        return body.toByteArray();
    }

    /** A line without its end. */
    private static String line(InputStream in, int longest) throws IOException, MalformedAnswerException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0 || line.size() >= longest) {
                throw new MalformedAnswerException();
            }
            line.write(octet);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** What the head says; {@code length} is all there is where it says nothing. */
    private record Head(int status, boolean chunked, int length) {
        static Head read(InputStream in) throws IOException, MalformedAnswerException {
            Matcher status = STATUS.matcher(line(in, LARGEST_HEAD));
            if (!status.matches()) {
                throw new MalformedAnswerException();
            }
            boolean chunked = false;
            int length = LARGEST_BODY;
            int left = LARGEST_HEAD;
            for (String field = line(in, left); !field.isEmpty(); field = line(in, left)) {
                left -= field.length() + 2;
                String lower = field.toLowerCase(Locale.ROOT);
                if (lower.startsWith("transfer-encoding:")) {
                    chunked = lower.endsWith("chunked");
                } else if (lower.matches("content-length:\\s*[0-9]{1,9}\\s*")) {
                    length = Integer.parseInt(
                            lower.substring(lower.indexOf(':') + 1).strip());
                }
            }
            int code = Integer.parseInt(status.group(1));
            return new Head(code, chunked, code == NO_CONTENT ? 0 : length);
        }
    }

    /** What came is no answer. */
    static final class MalformedAnswerException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
