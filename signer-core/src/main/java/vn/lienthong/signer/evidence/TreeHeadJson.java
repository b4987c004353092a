package vn.lienthong.signer.evidence;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.MalformedEvidenceException.Reason;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;

/** The one spelling of a tree head. */
final class TreeHeadJson {
    private static final String FORMAT = "lienthong-tree-head-2";

    /** Heads without the root of the log's tree: there were such until that tree was made, and they stay valid. */
    private static final String WITHOUT_LOG_ROOT = "lienthong-tree-head-1";

    private TreeHeadJson() {}

    static Bytes write(TreeHead head) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(640);
        try (JsonGenerator json = Json.FACTORY.createGenerator(octets)) {
            json.writeStartObject();
            json.writeStringField("format", head.logRoot().isPresent() ? FORMAT : WITHOUT_LOG_ROOT);
            json.writeStringField("logId", head.logId().value());
            json.writeNumberField("batch", head.batch());
            json.writeNumberField("firstSequence", head.firstSequence());
            json.writeNumberField("lastSequence", head.lastSequence());
            json.writeNumberField("treeSize", head.treeSize());
            json.writeStringField("rootHash", head.rootHash().hex());
            json.writeStringField("previousChainHash", head.previousChainHash().hex());
            json.writeStringField("chainHash", head.chainHash().hex());
            json.writeStringField("previousHeadHash", head.previousHeadHash().hex());
            if (head.logRoot().isPresent()) {
                json.writeStringField("logRoot", head.logRoot().get().hex());
            }
            json.writeStringField("time", head.time().toString());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return Bytes.of(octets.toByteArray());
    }

    static TreeHead read(Bytes octets) throws MalformedEvidenceException {
        JsonFields json = Json.readObject(octets.toArray(), "head");
        boolean inTree = !json.text("format").equals(WITHOUT_LOG_ROOT);
        if (inTree) {
            json.constant("format", FORMAT);
        }
        String logId = json.text("logId");
        long batch = json.number("batch");
        long first = json.number("firstSequence");
        long last = json.number("lastSequence");
        long size = json.number("treeSize");
        Sha256Hash root = json.hash("rootHash");
        Sha256Hash previousChain = json.hash("previousChainHash");
        Sha256Hash chain = json.hash("chainHash");
        Sha256Hash previousHead = json.hash("previousHeadHash");
        Optional<Sha256Hash> logRoot = inTree ? Optional.of(json.hash("logRoot")) : Optional.empty();
        Instant time = json.instant("time");
        json.nothingElse();
        TreeHead head = head(logId, batch, first, last, size, root, previousChain, chain, previousHead, logRoot, time);
        if (!write(head).equals(octets)) {
            throw new MalformedEvidenceException(Reason.NOT_CANONICAL, "head is not spelt as heads are");
        }
        return head;
    }

    private static TreeHead head(
            String logId,
            long batch,
            long first,
            long last,
            long size,
            Sha256Hash root,
            Sha256Hash previousChain,
            Sha256Hash chain,
            Sha256Hash previousHead,
            Optional<Sha256Hash> logRoot,
            Instant time)
            throws MalformedEvidenceException {
        try {
            return new TreeHead(
                    new LogId(logId),
                    batch,
                    first,
                    last,
                    size,
                    root,
                    previousChain,
                    chain,
                    previousHead,
                    logRoot,
                    time);
        } catch (IllegalArgumentException e) {
            throw new MalformedEvidenceException(Reason.FIELD_WRONG, "head: " + e.getMessage(), e);
        }
    }
}
