package vn.lienthong.signer.validate.asic;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The list of files that some programs put into META-INF/manifest.xml. Nothing signs it, so it may say no more than which
 * files are there, how long they are and what type they are.
 *
 * <p>Source: EN 319 162-1 §A.1 and OpenDocument 1.2 part 3 §4.
 */
final class OpenDocumentManifest {
    private static final String NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+");
    private static final Set<String> VERSIONS = Set.of("1.0", "1.1", "1.2", "1.3", "1.4");

    private final Map<String, Long> sizes;
    private final Set<String> listed = new HashSet<>();
    private Reading reading = Reading.PLAIN;

    private OpenDocumentManifest(Map<String, Long> sizes) {
        this.sizes = sizes;
    }

    /** What was found of the list. */
    enum Reading {
        /** It lists the container and files of it, each once, and says nothing else. */
        PLAIN,
        /** The same with a type of media that is on no list here: any text of that form may stand there. */
        OF_UNKNOWN_TYPE,
        /** It says something else, or what is not so. */
        DOUBTFUL
    }

    /** @param sizes of all files of the container, by their names */
    static Reading read(byte[] xml, Map<String, Long> sizes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            OpenDocumentManifest manifest = new OpenDocumentManifest(sizes);
            return manifest.isPlain(factory.createXMLStreamReader(new ByteArrayInputStream(xml)))
                    ? manifest.reading
                    : Reading.DOUBTFUL;
        } catch (XMLStreamException e) {
            return Reading.DOUBTFUL;
        }
    }

    private boolean isPlain(XMLStreamReader reader) throws XMLStreamException {
        int depth = 0;
        while (reader.hasNext()) {
            boolean plain = switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> isElement(reader, ++depth);
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
    }

    private boolean isElement(XMLStreamReader reader, int depth) {
        boolean isRoot = depth == 1;
        return depth <= 2
                && NAMESPACE.equals(reader.getNamespaceURI())
                && reader.getLocalName().equals(isRoot ? "manifest" : "file-entry")
                && reader.getNamespaceCount() == (isRoot ? 1 : 0) // an unused one may have any name
                && hasPlainAttributes(reader)
                && (isRoot ? isRootPlain(reader) : isEntry(reader));
    }

    /** What is an entry's is not the list's. */
    private static boolean isRootPlain(XMLStreamReader reader) {
        return attribute(reader, "full-path") == null
                && attribute(reader, "media-type") == null
                && attribute(reader, "size") == null;
    }

    private static @Nullable String attribute(XMLStreamReader reader, String name) {
        return reader.getAttributeValue(NAMESPACE, name);
    }

    private static boolean hasPlainAttributes(XMLStreamReader reader) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            boolean plain = NAMESPACE.equals(reader.getAttributeNamespace(i))
                    && switch (reader.getAttributeLocalName(i)) {
                        case "full-path", "media-type", "size" -> true; // of an entry, and looked at there
                        case "version" -> VERSIONS.contains(reader.getAttributeValue(i));
                        default -> false;
                    };
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private boolean isEntry(XMLStreamReader reader) {
        String path = attribute(reader, "full-path");
        String size = attribute(reader, "size");
        String type = attribute(reader, "media-type");
        if (path == null || !path.equals("/") && !sizes.containsKey(path) || !listed.add(path)) {
            return false;
        }
        if (size != null && !size.equals(String.valueOf(sizes.getOrDefault(path, -1L)))) {
            return false;
        }
        if (type == null || MediaTypes.isKnown(type)) {
            return true;
        }
        reading = Reading.OF_UNKNOWN_TYPE;
        return MEDIA_TYPE.matcher(type).matches();
    }
}
