package vn.lienthong.exchange.boundary.rest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * A multipart/form-data body read part by part, straight from the connection: no part is kept in memory, and none
 * becomes a temporary file that somebody has to remember. Not thread-safe.
 *
 * <p>Source: RFC 7578, RFC 2046 §5.1.1.
 */
public final class MultipartForm {
    /** Far above a form of ours, which has two parts with two header fields each. */
    private static final int MOST_PARTS = 16;

    private static final int LONGEST_HEADER = 8 * 1024;
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)multipart/form-data\\s*;.*?\\bboundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70})).*");
    private static final Pattern NAME = Pattern.compile(
            "(?im)^content-disposition:\\s*form-data\\s*;(?:.*;)?\\s*name=(?:\"([^\"\\r\\n]{1,100})\"|([^\\s;\"]{1,100})).*$");

    /** RFC 7578 §4.2: octets of UTF-8 as they are, and quotation marks percent-encoded. */
    private static final Pattern FILE_NAME =
            Pattern.compile("(?im)^content-disposition:.*;\\s*filename=(?:\"([^\"\\r\\n]*)\"|([^\\s;\"]+))");

    private final OctetSource body;
    private final byte[] delimiter;
    private final int mostParts;
    private @Nullable PartStream current;
    private int parts;

    /** @throws FailureException with {@code media-type-not-supported} if it is no form with a boundary */
    public MultipartForm(@Nullable String contentType, InputStream body) {
        this(contentType, body, MOST_PARTS);
    }

    /** The same for a form that may have so many parts. */
    public MultipartForm(@Nullable String contentType, InputStream body, int mostParts) {
        Matcher found = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!found.matches()) {
            throw new FailureException(
                    Failure.of(FailureCode.MEDIA_TYPE_NOT_SUPPORTED, contentType == null ? "-" : contentType));
        }
        String boundary = found.group(1) != null ? found.group(1) : found.group(2);
        this.body = new OctetSource(body);
        this.mostParts = mostParts;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * The next part, or empty after the last.
     *
     * @throws FailureException with {@code body-truncated} if the body ends before its closing delimiter, or
     *     {@code parameter-invalid} if it is malformed
     */
    public Optional<FormPart> next() throws IOException {
        PartStream preamble = current;
        if (preamble == null) {
            // what precedes the first delimiter is ignored; that delimiter may stand at the very start
            preamble = PartStream.atLineStart(body, delimiter);
        }
        preamble.skipToEnd();
        if (isClosing()) {
            return Optional.empty();
        }
        if (++parts > mostParts) {
            throw malformed();
        }
        String header = readHeader();
        current = new PartStream(body, delimiter);
        return Optional.of(new FormPart(name(header), fileName(header), current));
    }

    /** Behind a delimiter: two hyphens close the body, a line end opens a part. */
    private boolean isClosing() throws IOException {
        int first = read();
        if (first == '-' && read() == '-') {
            return true;
        }
        while (first == ' ' || first == '\t') {
            first = read();
        }
        if (first != '\r' || read() != '\n') {
            throw malformed();
        }
        return false;
    }

    private String readHeader() throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        int last = 0;
        while (true) {
            int octet = read();
            header.write(octet);
            last = last << 8 | octet;
            if (header.size() > LONGEST_HEADER) {
                throw malformed();
            }
            // an empty line ends the header fields, also where there are none
            if (last == 0x0d0a0d0a || header.size() == 2 && last == 0x0d0a) {
                break;
            }
        }
        return header.toString(StandardCharsets.UTF_8);
    }

    private static String name(String header) {
        Matcher name = NAME.matcher(header);
        if (!name.find()) {
            throw malformed();
        }
        return name.group(1) != null ? name.group(1) : name.group(2);
    }

    private static Optional<String> fileName(String header) {
        Matcher found = FILE_NAME.matcher(header);
        if (!found.find()) {
            return Optional.empty();
        }
        String name = found.group(1) != null ? found.group(1) : found.group(2);
        return Optional.of(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
    }

    private int read() throws IOException {
        int octet = body.read();
        if (octet < 0) {
            throw new FailureException(Failure.of(FailureCode.BODY_TRUNCATED));
        }
        return octet;
    }

    private static FailureException malformed() {
        return new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, "multipart/form-data"));
    }
}
