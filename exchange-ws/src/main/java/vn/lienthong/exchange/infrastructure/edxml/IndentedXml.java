package vn.lienthong.exchange.infrastructure.edxml;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements one a line, two spaces a level. For one use. */
final class IndentedXml {
    /** The namespace of QCVN 102:2016. */
    static final String NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016";

    private static final String PREFIX = "edXML";

    private final XMLStreamWriter xml;
    private int depth;
    private boolean leaf;

    IndentedXml(OutputStream out) throws XMLStreamException {
        WstxOutputFactory factory = new WstxOutputFactory();
        factory.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
        this.xml = factory.createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
    }

    /** An element in the default namespace, without a prefix. */
    IndentedXml openPlain(String name) throws XMLStreamException {
        line();
        xml.writeStartElement("", name, NAMESPACE);
        depth++;
        leaf = false;
        return this;
    }

    /** An element with the prefix {@code edXML:}. */
    IndentedXml open(String name) throws XMLStreamException {
        line();
        xml.writeStartElement(PREFIX, name, NAMESPACE);
        depth++;
        leaf = false;
        return this;
    }

    IndentedXml declareDefault() throws XMLStreamException {
        xml.writeDefaultNamespace(NAMESPACE);
        return this;
    }

    IndentedXml declarePrefix() throws XMLStreamException {
        xml.writeNamespace(PREFIX, NAMESPACE);
        return this;
    }

    IndentedXml attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
        return this;
    }

    /** Text right behind the start tag, in as many pieces as it takes; the end tag follows it on its line. */
    IndentedXml text(char[] text, int count) throws XMLStreamException {
        xml.writeCharacters(text, 0, count);
        leaf = true;
        return this;
    }

    IndentedXml close() throws XMLStreamException {
        depth--;
        if (!leaf) {
            line();
        }
        xml.writeEndElement();
        leaf = false;
        return this;
    }

    /** An element that holds only text. */
    IndentedXml leaf(String name, String text) throws XMLStreamException {
        open(name);
        return text(text.toCharArray(), text.length()).close();
    }

    /** As {@link #leaf}, in the default namespace. */
    IndentedXml plainLeaf(String name, String text) throws XMLStreamException {
        openPlain(name);
        return text(text.toCharArray(), text.length()).close();
    }

    /** As {@link #leaf}, and nothing for an empty text. */
    IndentedXml leafIfAny(String name, String text) throws XMLStreamException {
        return text.isEmpty() ? this : leaf(name, text);
    }

    void end() throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.close();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
