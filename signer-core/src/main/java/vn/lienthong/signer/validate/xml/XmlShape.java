package vn.lienthong.signer.validate.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What an XML is like, found by streaming.
 *
 * @param kind whether it may become a tree
 * @param rootIsSignature whether the root is a ds:Signature (an enveloping signature)
 */
public record XmlShape(Kind kind, boolean rootIsSignature) {
    private static final String XMLDSIG = "http://www.w3.org/2000/09/xmldsig#";

    /** Whether an XML may become a tree. */
    public enum Kind {
        HARMLESS,
        /** It has a DTD or entities, or passes a limit. */
        HOSTILE,
        /** It is not well-formed. */
        MALFORMED
    }

    public static XmlShape of(Path xml, int maxElements, int maxDepth) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty("jdk.xml.maxElementDepth", "0"); // ours says which limit was passed
        try (InputStream in = Files.newInputStream(xml)) {
            return walk(factory.createXMLStreamReader(in), maxElements, maxDepth);
        } catch (XMLStreamException e) {
            return new XmlShape(Kind.MALFORMED, false);
        }
    }

    private static XmlShape walk(XMLStreamReader reader, int maxElements, int maxDepth) throws XMLStreamException {
        boolean rootIsSignature = false;
        int elements = 0;
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    rootIsSignature |= elements == 0
                            && reader.getLocalName().equals("Signature")
                            && XMLDSIG.equals(reader.getNamespaceURI());
                    elements++;
                    depth++;
                    if (elements > maxElements || depth > maxDepth) {
                        return new XmlShape(Kind.HOSTILE, rootIsSignature);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return new XmlShape(Kind.HOSTILE, rootIsSignature);
                }
                default -> {
                    // text, comments and processing instructions are judged by the signature
                }
            }
        }
        return new XmlShape(Kind.HARMLESS, rootIsSignature);
    }
}
