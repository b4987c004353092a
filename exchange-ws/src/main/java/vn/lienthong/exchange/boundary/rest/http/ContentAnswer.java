package vn.lienthong.exchange.boundary.rest.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import vn.lienthong.exchange.domain.content.ContentRef;

/** A stored file as the answer to a request: streamed, with its length and digest. */
public final class ContentAnswer {
    private ContentAnswer() {}

    /** @param octets of the file, closed once they are sent */
    public static Response of(ContentRef content, String mediaType, InputStream octets) {
        StreamingOutput body = out -> {
            try (octets) {
                octets.transferTo(out);
            }
        };
        return Response.ok(body, mediaType)
                .header(HttpHeaders.CONTENT_LENGTH, content.length())
                .header(ContentDigest.HEADER, ContentDigest.format(content.digest()))
                .build();
    }
}
