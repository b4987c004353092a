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
 */
public record XmlShape(Kind kind) {
    /** Whether an XML may become a tree. */
    public enum Kind {
        HARMLESS,
        /** It has a DTD or entities, or passes a limit. */
        HOSTILE,
        /** It is not well-formed. */
        MALFORMED
    }

    public static XmlShape of(Path xml, int maxElements, int maxDepth) throws IOException {
        try (InputStream in = Files.newInputStream(xml)) {
            return of(in, maxElements, maxDepth);
        }
    }

    /** The same of a stream, which is read as far as need be and left open. */
    public static XmlShape of(InputStream xml, int maxElements, int maxDepth) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty("jdk.xml.maxElementDepth", "0"); // ours says which limit was passed
        try {
            return walk(factory.createXMLStreamReader(xml), maxElements, maxDepth);
        } catch (XMLStreamException e) {
            return new XmlShape(Kind.MALFORMED);
        }
    }

    private static XmlShape walk(XMLStreamReader reader, int maxElements, int maxDepth) throws XMLStreamException {
        int elements = 0;
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    elements++;
                    depth++;
                    if (elements > maxElements || depth > maxDepth) {
                        return new XmlShape(Kind.HOSTILE);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return new XmlShape(Kind.HOSTILE);
                }
                default -> {
                    // text, comments and processing instructions are judged by the signature
                }
            }
        }
        return new XmlShape(Kind.HARMLESS);
    }
}
