package vn.lienthong.exchange.infrastructure.register;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes elements one a line, two spaces a level. For one use. */
final class Lines {
    private final XMLStreamWriter xml;
    private int depth;

    Lines(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void begin(String root, String namespace) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement(root);
        xml.writeDefaultNamespace(namespace);
        depth++;
    }

    Lines open(String name) throws XMLStreamException {
        line();
        xml.writeStartElement(name);
        depth++;
        return this;
    }

    Lines attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
        return this;
    }

    void leaf(String name, String text) throws XMLStreamException {
        line();
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    /** The same, unless there is nothing to say. */
    void some(String name, @Nullable Object value) throws XMLStreamException {
        if (value != null && !value.toString().isEmpty()) {
            leaf(name, value.toString());
        }
    }

    void close() throws XMLStreamException {
        depth--;
        line();
        xml.writeEndElement();
    }

    void end() throws XMLStreamException {
        close();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.flush();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
