package vn.lienthong.hsm.perform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import vn.lienthong.hsm.plan.CeremonyScript;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.cryptoki.ModuleInfo;
import vn.lienthong.signer.token.cryptoki.TokenInfo;
import vn.lienthong.signer.token.cryptoki.TokenKey;

/** The record of a ceremony as text: who was there, which file was followed, on which device, and what became of each step. */
final class Protocol {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CeremonyScript script;
    private final List<Deed> deeds;
    private final Instant began;
    private final Instant ended;

    Protocol(CeremonyScript script, List<Deed> deeds, Instant began, Instant ended) {
        this.script = script;
        this.deeds = List.copyOf(deeds);
        this.began = began;
        this.ended = ended;
    }

    /** With the device as it says of itself, and the key that is going to sign these octets. */
    String signedBy(OpenToken token, TokenKey signer) throws TokenFault {
        ObjectNode root = whatWasDone();
        device(root.putObject("token"), token);
        root.putObject("signed-by")
                .put("alias", signer.label())
                .put("scheme", OpenToken.scheme(signer.publicKey()).name())
                .put("fingerprint", Fingerprint.of(signer.publicKey()).hex());
        return written(root);
    }

    /** Where the token could not sign any more: what was done is not lost, and says that nobody vouches for it. */
    String unsigned(TokenFault reason) {
        ObjectNode root = whatWasDone();
        root.put("unsigned", String.valueOf(reason.getMessage()));
        return written(root);
    }

    private ObjectNode whatWasDone() {
        ObjectNode root = JSON.createObjectNode();
        root.put("protocol", "lienthong-key-ceremony-1");
        root.put("ceremony", script.name());
        root.put("purpose", script.purpose());
        root.put("script-sha256", script.sha256().hex());
        root.put("began", began.toString());
        root.put("ended", ended.toString());
        ArrayNode witnesses = root.putArray("witnesses");
        script.witnesses()
                .forEach(w -> witnesses.addObject().put("name", w.name()).put("role", w.role()));
        ArrayNode steps = root.putArray("steps");
        for (Deed deed : deeds) {
            ObjectNode step = steps.addObject();
            step.put("step", deed.step());
            step.put("outcome", deed.outcome().name());
            deed.facts().forEach(step::put);
        }
        return root;
    }

    private void device(ObjectNode node, OpenToken token) throws TokenFault {
        ModuleInfo module = token.module().info();
        TokenInfo info = token.slot().token();
        node.put("profile", script.token().profile().name());
        node.put("label", info.label());
        node.put("serial-number", info.serialNumber());
        node.put("manufacturer", info.manufacturer());
        node.put("model", info.model());
        node.put("module", module.description());
        node.put("module-version", module.libraryVersion());
        node.put("cryptoki-version", module.cryptokiVersion());
    }

    private static String written(ObjectNode root) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts can be written", e);
        }
    }
}
