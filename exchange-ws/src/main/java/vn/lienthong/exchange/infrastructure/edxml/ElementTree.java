package vn.lienthong.exchange.infrastructure.edxml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.edxml.EdxmlLimits;
import vn.lienthong.exchange.domain.edxml.EdxmlReader.AttachmentSink;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.Finding;

/** Turns the events of one file into the bounded tree of its header; attachments run past it. For one use. */
final class ElementTree {
    private final XMLStreamReader events;
    private final SpanLimitedStream source;
    private final EdxmlLimits limits;
    private final AttachmentSink sink;
    private final Deque<Open> open = new ArrayDeque<>();
    private int elements;
    private long retained;
    private int attachments;

    ElementTree(XMLStreamReader events, SpanLimitedStream source, EdxmlLimits limits, AttachmentSink sink) {
        this.events = events;
        this.source = source;
        this.limits = limits;
        this.sink = sink;
    }

    /** The root element; the file was read to its end. */
    Element read() throws XMLStreamException, IOException, EdxmlRefusal {
        Element root = null;
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            switch (event) {
                case XMLStreamConstants.DTD ->
                    throw new EdxmlRefusal(
                            FailureCode.EDXML_DTD_REFUSED, "DOCTYPE", new Finding("M.DOCTYPE", "not allowed in edXML"));
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                case XMLStreamConstants.END_ELEMENT -> root = end(null);
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new EdxmlRefusal(
                            FailureCode.EDXML_NOT_XML, place(), new Finding("M.edXML", "an undeclared entity"));
                default -> {
                    // comments and processing instructions say nothing in edXML
                }
            }
        }
        if (root == null) {
            throw new EdxmlRefusal(FailureCode.EDXML_NOT_XML, place(), new Finding("N.edXML", "no root element"));
        }
        return root;
    }

    private int next() throws XMLStreamException {
        source.startSpan();
        return events.next();
    }

    private void start() throws XMLStreamException, IOException, EdxmlRefusal {
        elements++;
        check("elements", elements, limits.elements());
        check("depth", open.size() + 1L, limits.depth());
        Open element = new Open(events.getLocalName());
        retain(element.name.length());
        for (int i = 0; i < events.getAttributeCount(); i++) {
            retain(events.getAttributeLocalName(i).length()
                    + (long) events.getAttributeValue(i).length());
            element.attributes.put(events.getAttributeLocalName(i), events.getAttributeValue(i));
        }
        open.push(element);
        if (isAttachmentContent()) {
            end(attachment());
        }
    }

    /** AttachmentEncoded/Attachment/ContentTransferEncoded. */
    private boolean isAttachmentContent() {
        return open.element().name.equals("ContentTransferEncoded")
                && open.stream()
                        .limit(3)
                        .map(element -> element.name)
                        .toList()
                        .equals(List.of("ContentTransferEncoded", "Attachment", "AttachmentEncoded"));
    }

    private ContentRef attachment() throws XMLStreamException, IOException, EdxmlRefusal {
        int index = attachments++;
        try (OutputStream out = sink.open(index)) {
            Base64Octets octets = new Base64Octets(index, out);
            for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
                switch (event) {
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        octets.accept(events.getTextCharacters(), events.getTextStart(), events.getTextLength());
                    case XMLStreamConstants.COMMENT -> {
                        // says nothing
                    }
                    default -> throw octets.refused("holds something else than base64");
                }
            }
            return octets.finish();
        }
    }

    private void text() throws EdxmlRefusal {
        Open element = open.peek();
        if (element == null) {
            return;
        }
        element.text.append(events.getTextCharacters(), events.getTextStart(), events.getTextLength());
        retain(events.getTextLength());
        check("text", element.text.length(), limits.textLength());
    }

    private Element end(@Nullable ContentRef octets) {
        Open ended = open.pop();
        Element element =
                new Element(ended.name, ended.attributes, ended.text.toString().strip(), ended.children, octets);
        Open parent = open.peek();
        if (parent != null) {
            parent.children.add(element);
        }
        return element;
    }

    private void retain(long characters) throws EdxmlRefusal {
        retained += characters;
        check("header", retained, limits.headerLength());
    }

    private static void check(String what, long value, long limit) throws EdxmlRefusal {
        if (value > limit) {
            throw new EdxmlRefusal(
                    FailureCode.EDXML_LIMIT_EXCEEDED,
                    what,
                    new Finding("R.edXML", what + " over the limit of " + limit));
        }
    }

    private String place() {
        return events.getLocation().getLineNumber() + ":" + events.getLocation().getColumnNumber();
    }

    /** An element whose end has not come yet. */
    private static final class Open {
        private final String name;
        private final Map<String, String> attributes = new HashMap<>();
        private final StringBuilder text = new StringBuilder();
        private final List<Element> children = new ArrayList<>();

        Open(String name) {
            this.name = name;
        }
    }
}
