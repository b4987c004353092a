package vn.lienthong.exchange.boundary.rest.signing;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import vn.lienthong.exchange.application.signing.SignedDocument;
import vn.lienthong.exchange.boundary.rest.http.ContentDigest;

/** The answer that is a signed file; the file is gone when it was sent. */
final class SignedAnswer {
    static final String RECORD = "Signature-Record";
    static final String LEVEL = "Signature-Level";
    static final String STATE = "Signature-State";

    /** Octets of one read and write. */
    private static final int AT_ONCE = 1 << 17;

    private SignedAnswer() {}

    static Response of(SignedDocument signed, String mediaType) {
        StreamingOutput octets = out -> {
            try (signed) {
                write(signed, out);
            }
        };
        Response.ResponseBuilder answer = Response.ok(octets, mediaType);
        headers(signed).forEach(answer::header);
        return answer.build();
    }

    /** The file is the answer; the caller closes it. */
    static void send(SignedDocument signed, String mediaType, HttpServletResponse answer) throws IOException {
        answer.setHeader(HttpHeaders.CONTENT_TYPE, mediaType);
        headers(signed).forEach(answer::setHeader);
        write(signed, answer.getOutputStream());
    }

    private static Map<String, String> headers(SignedDocument signed) {
        Map<String, String> headers = new HashMap<>();
        headers.put(HttpHeaders.CONTENT_LENGTH, Long.toString(signed.length()));
        headers.put(ContentDigest.HEADER, ContentDigest.format(signed.digest()));
        signed.kept().ifPresent(kept -> {
            headers.put(RECORD, kept.id().toString());
            headers.put(LEVEL, kept.current().level().text());
            headers.put(STATE, kept.state().name().toLowerCase(Locale.ROOT));
        });
        return headers;
    }

    private static void write(SignedDocument signed, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(signed.file())) {
            byte[] some = new byte[(int) Math.min(AT_ONCE, signed.length())];
            for (int count = in.read(some); count > 0; count = in.read(some)) {
                out.write(some, 0, count);
            }
        }
    }
}
