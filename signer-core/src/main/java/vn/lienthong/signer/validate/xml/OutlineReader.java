package vn.lienthong.signer.validate.xml;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.validate.xml.XmlOutline.IdPlace;

/** Streams a document once and keeps its signatures. Made for one document, whose shape was found harmless before. */
final class OutlineReader {
    static final int KEPT_BESIDE_SIGNATURES = 64;

    private final XMLStreamReader reader;
    private final List<XmlNode> signatures = new ArrayList<>();
    private final Map<String, IdPlace> ids = new HashMap<>();
    private @Nullable XmlNode root;
    private @Nullable XmlNode current;
    private boolean instructionOutsideRoot;
    private boolean comment;
    private boolean commentInText;
    /** By depth: whether the open element there has had text, and whether a comment. */
    private final BitSet textAt = new BitSet();

    private final BitSet commentAt = new BitSet();
    /** Namespaces beyond the known ones that each open element declares, and how many of them declare each. */
    private final Deque<List<String>> declared = new ArrayDeque<>();

    private final Map<String, Integer> inScope = new HashMap<>();
    private int depth;

    private OutlineReader(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** The outline, or empty if the document cannot be read to its end. */
    static Optional<XmlOutline> read(InputStream xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty("jdk.xml.maxElementDepth", "0"); // the shape's limit holds
        try {
            return new OutlineReader(factory.createXMLStreamReader(xml)).read();
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private Optional<XmlOutline> read() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                case XMLStreamConstants.COMMENT -> remark(XmlQuirk.COMMENT);
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> remark(XmlQuirk.INSTRUCTION);
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return Optional.empty();
                }
                default -> {
                    // the end of the document
                }
            }
        }
        return root == null
                ? Optional.empty()
                : Optional.of(new XmlOutline(root, signatures, ids, instructionOutsideRoot, commentInText, comment));
    }

    private void start() {
        XmlNode within = here();
        depth++;
        textAt.clear(depth);
        commentAt.clear(depth);
        XmlNode node = kept(within);
        declarations(node);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            String namespace = orEmpty(reader.getAttributeNamespace(i));
            if (name.equalsIgnoreCase("id")) {
                IdPlace place = node == null ? IdPlace.ELSEWHERE : new IdPlace(true, Optional.of(node));
                ids.merge(reader.getAttributeValue(i), place, (a, b) -> IdPlace.DOUBLED);
            }
            if (node != null) {
                node.attributes()
                        .put(namespace.isEmpty() ? name : "{" + namespace + "}" + name, reader.getAttributeValue(i));
            }
        }
        if (node != null) {
            current = node;
        }
    }

    private void declarations(@Nullable XmlNode node) {
        List<String> own = reader.getNamespaceCount() == 0 ? List.of() : new ArrayList<>();
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String uri = orEmpty(reader.getNamespaceURI(i));
            if (XmlNames.DECLARED.contains(uri)) {
                continue;
            }
            own.add(uri);
            if (node != null && !inScope.containsKey(uri)) {
                node.note(XmlQuirk.NAMESPACE);
            }
        }
        own.forEach(uri -> inScope.merge(uri, 1, Integer::sum));
        declared.push(own);
    }

    /** The innermost open element, if it was kept. */
    private @Nullable XmlNode here() {
        XmlNode node = current;
        return node != null && node.depth() == depth ? node : null;
    }

    /** The element that starts here as a node, or null if it is content. */
    private @Nullable XmlNode kept(@Nullable XmlNode within) {
        String namespace = orEmpty(reader.getNamespaceURI());
        String name = reader.getLocalName();
        boolean isSignature = namespace.equals(XmlNames.DSIG) && name.equals("Signature");
        boolean isPartOfSignature = within != null && isInSignature(within) && !isContent(within);
        XmlNode node = new XmlNode(namespace, name, current, depth);
        if (root == null) {
            root = node;
        }
        if (isSignature && !isPartOfSignature) {
            signatures.add(node); // in the document, or in an Object of another signature
        }
        boolean isBesideSignatures =
                within != null && within == root && within.children().size() < KEPT_BESIDE_SIGNATURES;
        if (node == root || isSignature || isPartOfSignature || isBesideSignatures) {
            if (within != null) {
                within.children().add(node);
            }
            return node;
        }
        return null;
    }

    private static boolean isInSignature(XmlNode node) {
        return node.isWithin(XmlNames.DSIG, "Signature");
    }

    /** What is signed within an Object: of it the outermost element alone is kept. */
    private static boolean isContent(XmlNode node) {
        XmlNode parent = node.parent();
        return parent != null
                && parent.is(XmlNames.DSIG, "Object")
                && !node.is(XmlNames.XADES, "QualifyingProperties")
                && !node.is(XmlNames.DSIG, "Manifest");
    }

    private void end() {
        XmlNode node = here();
        if (node != null) {
            if (node.name().equals("XPath")) {
                resolvePrefix(node);
            }
            current = node.parent();
        }
        for (String uri : declared.pop()) {
            int left = inScope.getOrDefault(uri, 1) - 1;
            if (left == 0) {
                inScope.remove(uri);
            } else {
                inScope.put(uri, left);
            }
        }
        commentInText |= textAt.get(depth) && commentAt.get(depth);
        depth--;
    }

    private void resolvePrefix(XmlNode xpath) {
        Matcher prefix = TransformRules.PREFIX.matcher(xpath.text());
        if (prefix.find()) {
            xpath.resolve(orEmpty(reader.getNamespaceURI(prefix.group(1))));
        }
    }

    private void text() {
        boolean blank = reader.isWhiteSpace();
        if (!blank) {
            textAt.set(depth);
        }
        XmlNode node = here();
        if (node == null) {
            return;
        }
        String text = reader.getText();
        if (!blank) {
            node.note(XmlQuirk.TEXT);
        }
        if (!isBase64(text)) {
            node.note(XmlQuirk.NOT_BASE64);
        }
        if (isInSignature(node) && !node.is(XmlNames.DSIG, "Object") && !isContent(node)) {
            node.text().append(text);
        }
    }

    private static boolean isBase64(String text) {
        return text.chars()
                .allMatch(c -> c >= 'A' && c <= 'Z'
                        || c >= 'a' && c <= 'z'
                        || c >= '0' && c <= '9'
                        || c == '+'
                        || c == '/'
                        || c == '='
                        || c == ' '
                        || c == '\n'
                        || c == '\r'
                        || c == '\t');
    }

    private void remark(XmlQuirk quirk) {
        XmlNode node = here();
        if (node != null) {
            node.note(quirk);
        }
        if (quirk == XmlQuirk.INSTRUCTION) {
            instructionOutsideRoot |= depth == 0;
        } else {
            comment |= node == null || !isInSignature(node) || isContent(node);
            commentAt.set(depth);
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? XMLConstants.NULL_NS_URI : value;
    }
}
