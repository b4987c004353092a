package vn.lienthong.signer.sign.xades;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamReader;

/**
 * The digest of the canonical form of what a reader passes: exclusive, without comments, as it is for the whole document.
 * Not thread-safe.
 *
 * <p>Source: Exclusive XML Canonicalization 1.0 §3; Canonical XML 1.0 §2.3.
 */
final class CanonicalDigest {
    private static final Comparator<Namespace> BY_PREFIX = Comparator.comparing(Namespace::prefix);
    private static final Comparator<Attribute> BY_NAME =
            Comparator.comparing(Attribute::namespace).thenComparing(Attribute::localName);

    private final DigestedUtf8 out;
    private final RenderedNamespaces rendered = new RenderedNamespaces();
    private final NamespaceNames names = new NamespaceNames();
    private final List<Namespace> needed = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    private record Namespace(String prefix, String uri) {}

    private record Attribute(String namespace, String localName, String name, String value) {}

    CanonicalDigest(MessageDigest digest) {
        this.out = new DigestedUtf8(digest);
    }

    /** How many elements are open. */
    int depth() {
        return open.size();
    }

    /** @throws Unfamiliar if a namespace has a name that is no absolute URI */
    void start(XMLStreamReader element) throws Unfamiliar {
        if (!names.areAbsolute(element)) {
            throw new Unfamiliar("a namespace whose name is no absolute URI");
        }
        needed.clear();
        attributes.clear();
        String prefix = orEmpty(element.getPrefix());
        open.add(qualified(prefix, element.getLocalName()));
        use(prefix, orEmpty(element.getNamespaceURI()));
        readAttributes(element);
        out.markup("<");
        out.markup(open.getLast());
        needed.sort(BY_PREFIX);
        for (Namespace namespace : needed) {
            write(namespace.prefix.isEmpty() ? "xmlns" : "xmlns:" + namespace.prefix, namespace.uri);
        }
        attributes.sort(BY_NAME);
        for (Attribute attribute : attributes) {
            write(attribute.name, attribute.value);
        }
        out.markup(">");
    }

    void end() {
        rendered.ended(open.size());
        out.markup("</");
        out.markup(open.removeLast());
        out.markup(">");
    }

    /** Outside of the root there is no text. */
    void text(XMLStreamReader text) {
        if (!open.isEmpty()) {
            out.text(text.getTextCharacters(), text.getTextStart(), text.getTextLength());
        }
    }

    /** Within the document, or before its root. */
    void instruction(XMLStreamReader instruction) {
        out.markup("<?" + instruction.getPITarget());
        String data = orEmpty(instruction.getPIData());
        if (!data.isEmpty()) {
            out.markup(" " + data);
        }
        out.markup(open.isEmpty() ? "?>\n" : "?>");
    }

    byte[] digest() {
        return out.digest();
    }

    private void readAttributes(XMLStreamReader element) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            String prefix = orEmpty(element.getAttributePrefix(i));
            String namespace = orEmpty(element.getAttributeNamespace(i));
            String localName = element.getAttributeLocalName(i);
            attributes.add(
                    new Attribute(namespace, localName, qualified(prefix, localName), element.getAttributeValue(i)));
            if (!prefix.isEmpty()) {
                use(prefix, namespace);
            }
        }
    }

    /** The element or an attribute of it has that prefix: it is visibly utilized. */
    private void use(String prefix, String uri) {
        if (prefix.equals(XMLConstants.XML_NS_PREFIX) || !rendered.isNeeded(prefix, uri)) {
            return;
        }
        rendered.rendered(prefix, uri, open.size());
        needed.add(new Namespace(prefix, uri));
    }

    private void write(String name, String value) {
        out.markup(" ");
        out.markup(name);
        out.markup("=\"");
        out.attributeValue(value);
        out.markup("\"");
    }

    private static String qualified(String prefix, String localName) {
        return prefix.isEmpty() ? localName : prefix + ":" + localName;
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
