package vn.lienthong.demo.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import vn.lienthong.demo.story.DemoFailure;

/** What a server answered. */
public final class Answer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_EXCERPT = 300;

    private final HttpResponse<byte[]> response;

    Answer(HttpResponse<byte[]> response) {
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public boolean isOk() {
        return status() / 100 == 2;
    }

    public byte[] body() {
        return response.body().clone();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** @throws DemoFailure if the body is no JSON */
    public JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw failure();
        }
    }

    /**
     * This answer, if it is a success.
     *
     * @throws DemoFailure that quotes the server otherwise
     */
    public Answer required() {
        if (!isOk()) {
            throw failure();
        }
        return this;
    }

    private DemoFailure failure() {
        String said = new String(response.body(), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        String excerpt = said.length() > LONGEST_EXCERPT ? said.substring(0, LONGEST_EXCERPT) : said;
        String where = response.request().method() + " " + response.uri().getPath() + " → " + status() + " " + excerpt;
        return new DemoFailure("máy chủ trả lời " + where, "the server answered " + where);
    }
}
