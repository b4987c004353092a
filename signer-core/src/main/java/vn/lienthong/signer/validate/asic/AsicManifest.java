package vn.lienthong.signer.validate.asic;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An ASiCManifest: which signature or timestamp covers which files.
 *
 * <p>Source: EN 319 162-1 §A.4.
 *
 * @param signature the name of the signature's or timestamp's file, as written
 * @param files names of the files that it covers, as written
 */
record AsicManifest(String signature, List<String> files) {
    private static final Set<String> NAMESPACES =
            Set.of("http://uri.etsi.org/02918/v1.2.1#", "http://uri.etsi.org/2918/v1.2.1#");

    /** The manifest, or empty if it is none: not well-formed, with a DTD, without exactly one signature. */
    static Optional<AsicManifest> parse(byte[] xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<String> signatures = new ArrayList<>();
        List<String> files = new ArrayList<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            boolean isRoot = true;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    return Optional.empty();
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                boolean isAsic = NAMESPACES.contains(String.valueOf(reader.getNamespaceURI()));
                String name = isAsic ? reader.getLocalName() : "";
                if (isRoot && !name.equals("ASiCManifest")) {
                    return Optional.empty();
                }
                isRoot = false;
                if (name.equals("SigReference")) {
                    signatures.add(String.valueOf(reader.getAttributeValue(null, "URI")));
                } else if (name.equals("DataObjectReference")) {
                    files.add(String.valueOf(reader.getAttributeValue(null, "URI")));
                }
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
        return signatures.size() == 1
                ? Optional.of(new AsicManifest(signatures.getFirst(), List.copyOf(files)))
                : Optional.empty();
    }
}
