package vn.lienthong.signer.sign.twostep;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;

/** A continuation as octets, before it is sealed and after it was opened. */
final class ContinuationJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ContinuationJson() {}

    static byte[] write(Continuation continuation) {
        ToBeSigned prepared = continuation.prepared();
        try {
            return JSON.writeValueAsBytes(JSON.createObjectNode()
                    .put("asked", base64(continuation.asked()))
                    .put("scheme", prepared.scheme().name())
                    .put("digest", base64(prepared.digest().value()))
                    .put("certificate", base64(prepared.certificate().value()))
                    .put("form", prepared.form().name())
                    .put("level", prepared.level().name())
                    .put("signingTime", prepared.signingTime().getEpochSecond())
                    .put("expires", continuation.expires().getEpochSecond()));
        } catch (JacksonException e) {
            throw new IllegalStateException("texts and numbers are written", e);
        }
    }

    /**
     * What {@link #write} wrote.
     *
     * @throws IOException if it is no JSON
     * @throws IllegalArgumentException if it is another JSON
     */
    static Continuation read(byte[] json) throws IOException {
        JsonNode node = JSON.readTree(json);
        SignatureScheme scheme = SignatureScheme.valueOf(text(node, "scheme"));
        return new Continuation(
                octets(node, "asked"),
                new ToBeSigned(
                        scheme,
                        new Digest(scheme.digest(), octets(node, "digest")),
                        new Digest(DigestAlgorithm.SHA256, octets(node, "certificate")),
                        SignatureForm.valueOf(text(node, "form")),
                        SignatureLevel.valueOf(text(node, "level")),
                        Instant.ofEpochSecond(node.required("signingTime").longValue())),
                Instant.ofEpochSecond(node.required("expires").longValue()));
    }

    private static String base64(Bytes octets) {
        return Base64.getEncoder().encodeToString(octets.toArray());
    }

    private static Bytes octets(JsonNode node, String name) {
        return Bytes.of(Base64.getDecoder().decode(text(node, name)));
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asText();
    }
}
