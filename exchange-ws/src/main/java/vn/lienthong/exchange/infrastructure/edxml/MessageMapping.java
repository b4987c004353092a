package vn.lienthong.exchange.infrastructure.edxml;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.edxml.EdxmlMessage;
import vn.lienthong.exchange.domain.edxml.EdxmlReading;
import vn.lienthong.exchange.domain.edxml.EdxmlRules;
import vn.lienthong.exchange.domain.failure.Failure;

/** Makes a message of an element tree, or says everything that is wrong with it. For one use. */
final class MessageMapping {
    private final EdxmlRules rules;
    private final Clock clock;
    private final Findings findings = new Findings();

    MessageMapping(EdxmlRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    EdxmlReading map(Element root) {
        EdxmlMessage message = message(root);
        Optional<Failure> failure = findings.failure();
        if (failure.isPresent()) {
            return new EdxmlReading.Refused(failure.get());
        }
        if (message == null) {
            throw new IllegalStateException("a message that cannot be made has a finding that refuses it");
        }
        return new EdxmlReading.Accepted(message, findings.all());
    }

    private @Nullable EdxmlMessage message(Element root) {
        if (!Envelope.isRoot(root)) {
            findings.refuse("M.edXML", "the root is " + Findings.quote(root.name()));
            return null;
        }
        Envelope envelope = Envelope.of(root);
        Element header = single(
                envelope.messageHeaders().isEmpty() ? envelope.statuses() : envelope.messageHeaders(), "MessageHeader");
        if (header == null) {
            findings.refuse("N.MessageHeader", "missing");
            return null;
        }
        boolean status =
                !header.children("StatusCode").isEmpty() || envelope.statuses().contains(header);
        return status
                ? new StatusMapping(rules, findings).map(fields(header, "MessageHeader"))
                : document(header, envelope);
    }

    private @Nullable EdxmlMessage document(Element header, Envelope envelope) {
        Element traces = single(envelope.traceHeaderLists(), "TraceHeaderList");
        Element signature = single(envelope.signatures(), "Signature");
        Element manifest = single(envelope.manifests(), "edXMLManifest");
        Element attachments = single(envelope.attachmentLists(), "AttachmentEncoded");
        return new DocumentMapping(rules, findings, clock)
                .map(
                        fields(header, "MessageHeader"),
                        traces == null ? null : fields(traces, "TraceHeaderList"),
                        signature,
                        new AttachmentMapping(rules, findings).map(manifest, attachments, envelope.mime()));
    }

    private Fields fields(Element element, String path) {
        return new Fields(element, path, rules, findings);
    }

    private @Nullable Element single(List<Element> found, String name) {
        if (found.size() > 1) {
            findings.refuse("M." + name, "stands " + found.size() + " times, may stand once");
        }
        return found.isEmpty() ? null : found.getFirst();
    }
}
