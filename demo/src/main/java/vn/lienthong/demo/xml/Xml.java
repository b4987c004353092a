package vn.lienthong.demo.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import vn.lienthong.demo.story.DemoFailure;

/** Trees of XML: namespaces on, document types refused. */
public final class Xml {
    private Xml() {}

    /** @throws DemoFailure if the octets are no well-formed XML, or have a document type */
    public static Document parse(byte[] octets) {
        try {
            DocumentBuilder builder = builder();
            // The default handler writes to the console.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(octets));
        } catch (SAXException | IOException e) {
            throw new DemoFailure("không phải XML hợp lệ: " + e.getMessage(), "not well-formed XML: " + e.getMessage());
        }
    }

    public static Document empty() {
        return builder().newDocument();
    }

    public static byte[] serialized(Document document) {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    /** All elements of that local name below the element, in document order, whatever their namespace. */
    public static List<Element> all(Element below, String localName) {
        NodeList found = below.getElementsByTagNameNS("*", localName);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** The text of the first element of that local name, stripped; empty if there is none. */
    public static String text(Element below, String localName) {
        return all(below, localName).stream()
                .findFirst()
                .map(e -> e.getTextContent().strip())
                .orElse("");
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK's parser knows these features", e);
        }
    }
}
