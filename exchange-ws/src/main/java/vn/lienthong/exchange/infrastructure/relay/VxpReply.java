package vn.lienthong.exchange.infrastructure.relay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import vn.lienthong.exchange.domain.relay.PeerException;

/** Reads the answer of a VXP operation. Pure functions. */
final class VxpReply {
    /** A page of a list has some 50 kB. */
    static final long LONGEST = 4L << 20;

    private static final int LONGEST_TEXT = 200;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxDocumentLength(LONGEST)
                            .build())
                    .build())
            .build();

    private VxpReply() {}

    /** As the axis writes it, and as other gateways do. */
    private static final Set<String> GOOD = Set.of("OK", "SUCCESS");

    /**
     * The answer's object, if it says OK; an empty one where nothing was said with HTTP 200, as some gateways answer for an empty list.
     *
     * @throws PeerException refused where the peer says no to this very request; unreachable where it may be asked again: it
     *     is overloaded, failed, or says nothing that is an answer
     */
    static JsonNode ok(String operation, int status, byte[] body) throws PeerException {
        if (status == 200 && body.length == 0) {
            return JSON.createObjectNode();
        }
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (IOException e) {
            throw PeerException.unreachable(operation + ": HTTP " + status + " and no JSON", e);
        }
        if (status == 200 && GOOD.contains(answer.path("status").asText().toUpperCase(Locale.ROOT))) {
            return answer;
        }
        String code = shortened(answer.path("ErrorCode").asText());
        String description = shortened(answer.path("ErrorDesc").asText());
        boolean again = status >= 500 || status == 429 || status == 408 || status == 401 || code.isEmpty();
        throw again
                ? PeerException.unreachable(operation + ": HTTP " + status + " " + code + ": " + description, null)
                : PeerException.refused(operation + ": " + code, description);
    }

    /** What others write goes into this exchange's log without line ends, and not without end. */
    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT);
    }
}
