package vn.lienthong.demo.edxml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements of an edXML message: those of the envelope bear the prefix {@code edXML}, which some readers insist on. */
final class EdxmlWriter {
    private static final String NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016";
    private static final String PREFIX = "edXML";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    EdxmlWriter() {
        try {
            xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    private interface Content {
        void write() throws XMLStreamException;
    }

    /** The octets of the message, whose root holds what {@code envelope} and {@code rest} write. */
    byte[] message(Runnable envelope, Runnable rest) {
        run(() -> {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("", "edXML", NAMESPACE);
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeStartElement(PREFIX, "edXMLEnvelope", NAMESPACE);
            xml.writeNamespace(PREFIX, NAMESPACE);
            envelope.run();
            xml.writeEndElement();
            rest.run();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        });
        return out.toByteArray();
    }

    void element(String name, Runnable content) {
        run(() -> {
            xml.writeStartElement(PREFIX, name, NAMESPACE);
            content.run();
            xml.writeEndElement();
        });
    }

    void text(String name, String value) {
        element(name, () -> run(() -> xml.writeCharacters(value)));
    }

    /** An element outside the envelope, which has no prefix. */
    void plain(String name, Runnable content) {
        run(() -> {
            xml.writeStartElement("", name, NAMESPACE);
            content.run();
            xml.writeEndElement();
        });
    }

    void plainText(String name, String value) {
        plain(name, () -> run(() -> xml.writeCharacters(value)));
    }

    /** The prefix is known inside the element that is open: outside the envelope it has to be said again. */
    void declarePrefix() {
        run(() -> xml.writeNamespace(PREFIX, NAMESPACE));
    }

    void attribute(String name, String value) {
        run(() -> xml.writeAttribute(name, value));
    }

    private static void run(Content content) {
        try {
            content.write();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    private static IllegalStateException impossible(XMLStreamException e) {
        return new IllegalStateException("writing to memory does not fail", e);
    }
}
