package vn.lienthong.hsm.usb;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.Pin;

/** The two questions that a page may ask: which certificates, and a signature. One at a time, for there is one person. */
final class BridgeRequests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> SIGNATURE_FIELDS = Set.of("certificate", "digest", "scheme");

    private final UsbToken token;
    private final PinPrompt pins;
    private final ReentrantLock person = new ReentrantLock();

    BridgeRequests(UsbToken token, PinPrompt pins) {
        this.token = token;
        this.pins = pins;
    }

    BridgeAnswer certificates() {
        try {
            ArrayNode list = JSON.createArrayNode();
            for (OwnCertificate one : token.certificates()) {
                ObjectNode entry = list.addObject()
                        .put("id", one.fingerprint())
                        .put("subject", one.subject())
                        .put(
                                "notAfter",
                                one.certificate().getNotAfter().toInstant().toString())
                        .put("scheme", one.scheme().name());
                one.chain().forEach(c -> entry.withArray("chain").add(OwnCertificate.der(c)));
            }
            return BridgeAnswer.ok(JSON.createObjectNode().set("certificates", list));
        } catch (UsbFault e) {
            return BridgeAnswer.of(e);
        }
    }

    /** @param origin of the page, which the official is told with the digest before the PIN is asked for */
    BridgeAnswer sign(String origin, byte[] body) {
        String certificate;
        SignatureScheme scheme;
        Digest digest;
        try {
            JsonNode json = JSON.readTree(body);
            Set<String> names = new TreeSet<>();
            json.fieldNames().forEachRemaining(names::add);
            if (!names.equals(SIGNATURE_FIELDS)) {
                return BridgeAnswer.refused(400, "request-invalid");
            }
            certificate = json.path("certificate").asText();
            scheme = SignatureScheme.valueOf(json.path("scheme").asText());
            digest = new Digest(
                    scheme.digest(),
                    Bytes.of(Base64.getDecoder().decode(json.path("digest").asText())));
        } catch (JacksonException | IllegalArgumentException e) {
            return BridgeAnswer.refused(400, "request-invalid");
        } catch (IOException e) {
            return BridgeAnswer.refused(400, "request-invalid");
        }
        if (!person.tryLock()) {
            return BridgeAnswer.refused(429, "busy");
        }
        try {
            return BridgeAnswer.ok(JSON.createObjectNode()
                    .put(
                            "signature",
                            signature(origin, certificate, scheme, digest).toArray()));
        } catch (UsbFault e) {
            return BridgeAnswer.of(e);
        } finally {
            person.unlock();
        }
    }

    private Bytes signature(String origin, String fingerprint, SignatureScheme scheme, Digest digest) throws UsbFault {
        List<OwnCertificate> fitting = token.certificates().stream()
                .filter(one ->
                        one.fingerprint().equals(fingerprint) && one.scheme().keyKind() == scheme.keyKind())
                .toList();
        if (fitting.size() != 1) {
            throw new UsbFault(
                    "certificate-unknown", "Token không có chứng thư số đó.", "The token has no such certificate.");
        }
        try (Pin pin = pins.ask("[" + origin + "] " + digest.value().hex())) {
            return token.sign(fitting.get(0), scheme, digest, pin);
        }
    }
}
