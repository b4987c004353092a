package vn.lienthong.exchange.boundary.vxp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** A short JSON object as a request's body. */
final class JsonBody {
    private static final int LONGEST = 16 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(4).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonBody() {}

    /**
     * The object. The field's clients do not sign it; one that signs {@code hash-file} has it checked.
     *
     * @throws FailureException {@code body-too-large}, {@code parameter-invalid}, {@code body-digest-mismatch}
     */
    static JsonNode read(SignedRequest signed, HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LONGEST) {
            throw tooLarge();
        }
        byte[] octets = request.getInputStream().readNBytes(LONGEST + 1);
        if (octets.length > LONGEST) {
            throw tooLarge();
        }
        Optional<FileHash> hash = signed.optional("hash-file").map(FileHash::new);
        if (hash.isPresent() && !hash.get().test(digest(octets))) {
            throw new FailureException(
                    Failure.of(FailureCode.BODY_DIGEST_MISMATCH, digest(octets).hex()));
        }
        try {
            JsonNode body = JSON.readTree(octets);
            if (body.isObject()) {
                return body;
            }
        } catch (IOException notJson) {
            throw SignedRequest.invalid("JSON");
        }
        throw SignedRequest.invalid("JSON");
    }

    private static Sha256Digest digest(byte[] octets) {
        try {
            return Sha256Digest.of(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static FailureException tooLarge() {
        return new FailureException(Failure.of(FailureCode.BODY_TOO_LARGE, Integer.toString(LONGEST)));
    }
}
