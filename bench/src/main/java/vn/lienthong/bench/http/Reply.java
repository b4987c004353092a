package vn.lienthong.bench.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the server answered. */
public final class Reply {
    private static final int LONGEST_EXCERPT = 300;

    private final int status;
    private final byte[] body;

    Reply(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    public byte[] body() {
        return body.clone();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** @throws IOException that quotes the server if this is no success, or shorter than that */
    public Reply required(int leastOctets) throws IOException {
        if (status != 200 && status != 201 || body.length < leastOctets) {
            throw unexpected();
        }
        return this;
    }

    /** @throws IOException that quotes the server if it did not say this */
    public Reply saying(String part) throws IOException {
        required(0);
        if (!text().contains(part)) {
            throw unexpected();
        }
        return this;
    }

    private IOException unexpected() {
        String said = text();
        return new IOException("HTTP " + status + ", " + body.length + " octets: "
                + (said.length() > LONGEST_EXCERPT ? said.substring(0, LONGEST_EXCERPT) : said));
    }
}
