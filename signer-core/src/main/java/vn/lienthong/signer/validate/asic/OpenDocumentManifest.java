package vn.lienthong.signer.validate.asic;

import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The list of files that some programs put into META-INF/manifest.xml. Nothing signs it, so it may say no more than which
 * files are there and what type they are.
 *
 * <p>Source: EN 319 162-1 §A.1 and OpenDocument 1.2 part 3 §4.
 */
final class OpenDocumentManifest {
    private static final String NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    private static final Set<String> ATTRIBUTES = Set.of("full-path", "media-type", "version", "size");
    private static final Pattern MEDIA_TYPE = Pattern.compile("([\\w.+-]+/[\\w.+-]+)?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,3})?");

    private OpenDocumentManifest() {}

    /** Whether it lists the container and files of these names, and says nothing else. */
    static boolean isPlain(byte[] xml, Set<String> names) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            int depth = 0;
            while (reader.hasNext()) {
                boolean plain = switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> isElement(reader, ++depth, names);
                    case XMLStreamConstants.END_ELEMENT -> --depth >= 0;
                    case XMLStreamConstants.END_DOCUMENT -> true;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> reader.isWhiteSpace();
                    default -> false;
                };
                if (!plain) {
                    return false;
                }
            }
            return true;
        } catch (XMLStreamException e) {
            return false;
        }
    }

    private static boolean isElement(XMLStreamReader reader, int depth, Set<String> names) {
        boolean isNamed = NAMESPACE.equals(reader.getNamespaceURI())
                && reader.getLocalName().equals(depth == 1 ? "manifest" : "file-entry")
                && depth <= 2;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            isNamed &= NAMESPACE.equals(reader.getAttributeNamespace(i))
                    && isValue(reader.getAttributeLocalName(i), reader.getAttributeValue(i), names);
        }
        return isNamed;
    }

    private static boolean isValue(String attribute, String value, Set<String> names) {
        return ATTRIBUTES.contains(attribute)
                && switch (attribute) {
                    case "full-path" -> value.equals("/") || names.contains(value);
                    case "media-type" -> MEDIA_TYPE.matcher(value).matches();
                    default -> NUMBER.matcher(value).matches();
                };
    }
}
