package vn.lienthong.exchange.boundary.rest.signing;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Locale;
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
            try (signed;
                    InputStream in = Files.newInputStream(signed.file())) {
                byte[] some = new byte[(int) Math.min(AT_ONCE, signed.length())];
                for (int count = in.read(some); count > 0; count = in.read(some)) {
                    out.write(some, 0, count);
                }
            }
        };
        Response.ResponseBuilder answer = Response.ok(octets, mediaType)
                .header(HttpHeaders.CONTENT_LENGTH, signed.length())
                .header(ContentDigest.HEADER, ContentDigest.format(signed.digest()));
        signed.kept()
                .ifPresent(kept -> answer.header(RECORD, kept.id().toString())
                        .header(LEVEL, kept.current().level().text())
                        .header(STATE, kept.state().name().toLowerCase(Locale.ROOT)));
        return answer.build();
    }
}
