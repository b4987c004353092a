package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.oauth.Holder;
import vn.lienthong.exchange.application.oauth.StoredResponses;
import vn.lienthong.exchange.boundary.rest.json.Json;

/**
 * Operation mode A: the answer is kept, and its id handed out in its place. The key signs before that, so nothing is
 * ever pending that a crash could lose; signPolling answers with the signatures at once.
 *
 * <p>Source: CSC API v2, sections 11.11 and 11.13.
 *
 * @param kept for how long
 * @param tell where the application wants to be told
 */
record Later(Holder holder, Duration kept, Optional<String> tell) {
    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    /** Of this server's own making, and longer than a body that is taken from outside: signed documents are in it. */
    private static final ObjectMapper OWN = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    /**
     * Empty where the answer is wanted at once.
     *
     * @param holder of an access token; the SAD alone does not say who may fetch the answer
     * @throws CscRefusal in the words of the specification
     */
    static Optional<Later> of(CscBody body, @Nullable Holder holder) {
        String mode = body.optionalText("operationMode").orElse("S");
        if (mode.equals("S")) {
            return Optional.empty();
        }
        if (!mode.equals("A") || holder == null) {
            throw CscRefusal.invalidRequest("Invalid parameter operationMode");
        }
        // This server calls no address but those that the operator registered.
        Optional<String> tell = body.optionalText("response_uri");
        if (tell.filter(uri -> !holder.client().isToldAt(uri)).isPresent()) {
            throw CscRefusal.invalidRequest("Invalid parameter response_uri");
        }
        return Optional.of(new Later(holder, validity(body), tell));
    }

    private static Duration validity(CscBody body) {
        Optional<Long> milliseconds = body.optionalNumber("validity_period");
        if (milliseconds
                .filter(value -> value < 1 || value > LONGEST.toMillis())
                .isPresent()) {
            throw CscRefusal.invalidRequest("Out of bounds parameter validity_period");
        }
        return milliseconds.map(Duration::ofMillis).orElse(USUAL);
    }

    /** The answer is kept; what it is replaced by. */
    ObjectNode keep(StoredResponses responses, String answer) {
        ObjectNode instead = Json.shared().createObjectNode();
        instead.put("responseID", responses.keep(holder, answer, kept, tell).value());
        return instead;
    }

    static ObjectNode parsed(String answer) {
        try {
            return OWN.readValue(answer, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept answer is JSON", e);
        }
    }
}
