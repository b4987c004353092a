package vn.lienthong.exchange.boundary.soap.security;

import static vn.lienthong.exchange.boundary.soap.security.SoapNames.ENVELOPE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * The one shape of a SOAP 1.1 envelope in which a signature can be understood in one way only: a header with one
 * security header, that with one token, one timestamp and one signature and nothing besides; one body; every id once;
 * neither comments nor processing instructions, which a signature does not cover or a reader may see differently.
 *
 * <p>So a signed part that was moved aside, and another put in its place, has nowhere to stand.
 *
 * <p>Source: WS-Security 1.1.1; McIntosh and Austel, "XML Signature Element Wrapping Attacks" (2005).
 */
record SignedEnvelope(Document document, SecurityHeader header, Element body) {
    private static final Set<String> ID_NAMES = Set.of("Id", "ID", "id", "AssertionID");
    /** Deeper than any message of exchange.xsd with its security header. */
    private static final int DEEPEST = 40;

    /** @throws FailureException with {@code signature-missing} or {@code signature-invalid} for every other shape */
    static SignedEnvelope of(Document document) {
        Element envelope = document.getDocumentElement();
        require(isNamed(envelope, ENVELOPE, "Envelope"), "not a SOAP 1.1 envelope");
        checkNodes(document, new HashSet<>(), 0);

        List<Element> parts = children(envelope);
        require(
                !parts.isEmpty()
                        && parts.size() <= 2
                        && isNamed(parts.get(parts.size() - 1), ENVELOPE, "Body")
                        && (parts.size() == 1 || isNamed(parts.get(0), ENVELOPE, "Header")),
                "the envelope is not one Header and one Body");
        Element body = parts.get(parts.size() - 1);
        require(children(body).size() == 1, "the Body does not hold one message");
        if (parts.size() == 1) {
            throw missing("Body");
        }
        return new SignedEnvelope(document, SecurityHeader.in(parts.get(0)), body);
    }

    Element security() {
        return header.security();
    }

    Element timestamp() {
        return header.timestamp();
    }

    Element signature() {
        return header.signature();
    }

    private static void checkNodes(Node parent, Set<String> ids, int depth) {
        require(depth <= DEEPEST, "nested too deeply");
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            switch (node.getNodeType()) {
                case Node.ELEMENT_NODE -> {
                    checkIds(node.getAttributes(), ids);
                    checkNodes(node, ids, depth + 1);
                }
                case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> {}
                default -> throw invalid("a comment, processing instruction or entity in the envelope");
            }
        }
    }

    private static void checkIds(NamedNodeMap attributes, Set<String> ids) {
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String name = attribute.getLocalName() == null ? attribute.getName() : attribute.getLocalName();
            if (ID_NAMES.contains(name)) {
                require(ids.add(attribute.getValue()), "an id that is used twice");
            }
        }
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static boolean isNamed(@Nullable Element element, String namespace, String name) {
        return element != null && namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw invalid(otherwise);
        }
    }

    static FailureException invalid(String reason) {
        return new FailureException(Failure.of(FailureCode.SIGNATURE_INVALID, reason));
    }

    static FailureException missing(String part) {
        return new FailureException(Failure.of(FailureCode.SIGNATURE_MISSING, part));
    }
}
