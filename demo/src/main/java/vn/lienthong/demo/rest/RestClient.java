package vn.lienthong.demo.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import vn.lienthong.demo.http.Answer;
import vn.lienthong.demo.http.Http;

/** Speaks the REST API for one person or system. */
public final class RestClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "api/v1/";

    private final Http http;
    private final String token;

    /** @param token the bearer token that the operator gave out */
    public RestClient(Http http, String token) {
        this.http = http;
        this.token = token;
    }

    public Answer get(String path) {
        return http.send(request(path).GET().build());
    }

    /** The JSON answer to a JSON request. */
    public JsonNode post(String path, Map<String, ?> body) {
        return http.send(request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json(body)))
                        .build())
                .required()
                .json();
    }

    /** The answer to a form with these parts. */
    public Answer post(String path, FormBody form) {
        return http.send(request(path)
                .header("Content-Type", form.contentType())
                .POST(BodyPublishers.ofByteArray(form.octets()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return http.to(BASE + path).header("Authorization", "Bearer " + token);
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts can be written", e);
        }
    }
}
