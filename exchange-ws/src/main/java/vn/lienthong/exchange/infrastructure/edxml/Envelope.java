package vn.lienthong.exchange.infrastructure.edxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The parts of a message, wherever its dialect puts them: {@code edXML/edXMLEnvelope/edXMLHeader}, a root that is the
 * envelope itself, or a SOAP 1.1 envelope.
 *
 * @param mime whether the attachments may stand outside the file, as MIME parts of a SOAP message
 */
record Envelope(
        List<Element> messageHeaders,
        List<Element> statuses,
        List<Element> traceHeaderLists,
        List<Element> signatures,
        List<Element> manifests,
        List<Element> attachmentLists,
        boolean mime) {
    private static final Set<String> ROOTS = Set.of("edxml", "edxmlenvelope", "envelope");
    private static final Set<String> WRAPPERS =
            Set.of("edxml", "edxmlenvelope", "envelope", "edxmlheader", "header", "edxmlbody", "body");

    static boolean isRoot(Element root) {
        return ROOTS.contains(root.name().toLowerCase(Locale.ROOT));
    }

    static Envelope of(Element root) {
        Envelope parts = new Envelope(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                root.name().equals("Envelope"));
        parts.collect(root);
        return parts;
    }

    private void collect(Element wrapper) {
        for (Element child : wrapper.children()) {
            switch (child.name()) {
                case "MessageHeader" -> messageHeaders.add(child);
                case "Status" -> status(child);
                case "TraceHeaderList" -> traceHeaderLists.add(child);
                case "Signature" -> signatures.add(child);
                case "edXMLManifest", "Manifest" -> manifests.add(child);
                case "AttachmentEncoded" -> attachmentLists.add(child);
                default -> {
                    if (WRAPPERS.contains(child.name().toLowerCase(Locale.ROOT))) {
                        collect(child);
                    }
                }
            }
        }
    }

    /** A Status either stands in place of the MessageHeader, or around it. */
    private void status(Element status) {
        List<Element> inner = status.children("MessageHeader");
        if (inner.isEmpty()) {
            statuses.add(status);
        } else {
            messageHeaders.addAll(inner);
        }
    }
}
