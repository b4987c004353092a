package vn.lienthong.exchange.boundary.vxp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.Finding;
import vn.lienthong.signer.text.Language;

/**
 * Writes answers: one JSON object that always has {@code status}, {@code ErrorCode} and {@code ErrorDesc}, and never a
 * null, on which the field's clients break. Thread-safe.
 */
final class VxpAnswers {
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    /** Enough for a clerk to see what is wrong, and for one line of a log. */
    private static final int MOST_FINDINGS = 20;

    private final FailureTexts texts;

    VxpAnswers(FailureTexts texts) {
        this.texts = texts;
    }

    /** Success, with these members beside the three. */
    void ok(HttpServletResponse response, Map<String, ?> members) throws IOException {
        Map<String, Object> answer = success();
        answer.putAll(members);
        write(response, HttpServletResponse.SC_OK, answer);
    }

    /**
     * Success, with the octets as base64 in {@code data}; they are streamed. The length is announced, so that a client
     * sees when they break off.
     */
    void okBase64(HttpServletResponse response, InputStream octets, long length) throws IOException {
        Map<String, Object> answer = success();
        answer.put("data", "");
        byte[] json = JSON.writeValueAsBytes(answer);
        int split = json.length - 2; // before "}
        response.setStatus(HttpServletResponse.SC_OK);
        type(response);
        response.setContentLengthLong(json.length + (length + 2) / 3 * 4);
        OutputStream out = response.getOutputStream();
        out.write(json, 0, split);
        try (OutputStream base64 = Base64.getEncoder().wrap(new Unclosed(out))) {
            octets.transferTo(base64);
        }
        out.write(json, split, 2);
    }

    /**
     * Success, with these rows in {@code data}, as many as there may be: they are written as they are read. A short answer
     * announces its length, a long one comes in chunks, so that a client sees when it breaks off.
     */
    void okRows(HttpServletResponse response, Iterator<Map<String, Object>> rows) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        type(response);
        GrowingAnswer out = new GrowingAnswer(response);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT); // what breaks off must not look whole
            json.writeStartObject();
            for (Map.Entry<String, Object> member : success().entrySet()) {
                json.writeObjectField(member.getKey(), member.getValue());
            }
            json.writeArrayFieldStart("data");
            while (rows.hasNext()) {
                json.writeObject(rows.next());
            }
            json.writeEndArray();
            json.writeEndObject();
            json.flush();
            out.finish();
        }
    }

    /** The failure, in Vietnamese, with the status that it has in HTTP. */
    void fail(HttpServletResponse response, Failure failure) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", "FAIL");
        answer.put("ErrorCode", Integer.toString(failure.code().vxpErrorCode()));
        answer.put("ErrorDesc", description(failure));
        closing(response, failure);
        again(response, failure);
        write(response, failure.code().httpStatus(), answer);
    }

    /** The failure's status alone. */
    void failWithoutBody(HttpServletResponse response, Failure failure) {
        again(response, failure);
        response.setStatus(failure.code().httpStatus());
        response.setContentLength(0);
    }

    private String description(Failure failure) {
        String detail = texts.detail(failure, Language.VI);
        return failure.findings().isEmpty()
                ? detail
                : failure.findings().stream()
                        .limit(MOST_FINDINGS)
                        .map(Finding::code)
                        .collect(Collectors.joining("; ", detail + " [", "]"));
    }

    private static Map<String, Object> success() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", "OK");
        answer.put("ErrorCode", "0");
        answer.put("ErrorDesc", "Thành công");
        return answer;
    }

    /** A body that is refused for its length is not read; the connection cannot go on behind it. */
    private static void closing(HttpServletResponse response, Failure failure) {
        if (failure.code() == FailureCode.BODY_TOO_LARGE) {
            response.setHeader("Connection", "close");
        }
    }

    /** When another try makes sense, where that is known. Source: RFC 9110 §10.2.3. */
    private static void again(HttpServletResponse response, Failure failure) {
        Duration wait = failure.retryAfter();
        if (wait != null) {
            response.setHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
        }
    }

    private static void write(HttpServletResponse response, int status, Map<String, Object> answer) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        JSON.writeValue(json, answer);
        response.setStatus(status);
        type(response);
        response.setContentLength(json.size());
        json.writeTo(response.getOutputStream());
    }

    private static void type(HttpServletResponse response) {
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    }

    /** Ends the base64 without ending the answer. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            out.write(octets, offset, length);
        }

        @Override
        public void close() {
            // the answer goes on
        }
    }
}
