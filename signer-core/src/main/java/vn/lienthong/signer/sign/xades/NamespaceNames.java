package vn.lienthong.signer.sign.xades;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Whether the namespaces of a document have names that are absolute URIs. Canonical XML has no form for others, and verifiers
 * refuse them, those of prefixes that nothing uses too; the JDK's does not. Not thread-safe.
 *
 * <p>Source: Namespaces in XML 1.0 §2; Canonical XML 1.0 §1.3; RFC 3986 §4.3.
 */
public final class NamespaceNames {
    private static final String CHARACTERS = "(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*+";
    private static final Pattern ABSOLUTE =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+:" + CHARACTERS + "(?:#" + CHARACTERS + ")?");
    /** Its port is a number, RFC 3986 §3.2. */
    private static final Pattern AUTHORITY = Pattern.compile("(?:[^@]*@)?[^@:]*(?::[0-9]*)?");
    /** A document has few, and names them at many elements. */
    private static final int MOST_KNOWN = 64;

    private final Set<String> known = new HashSet<>();

    /** Whether those of the element are; the reader stands at its start. */
    boolean areAbsolute(XMLStreamReader element) {
        for (int i = 0; i < element.getNamespaceCount(); i++) {
            String name = element.getNamespaceURI(i);
            if (name != null && !name.isEmpty() && !isKnown(name)) {
                return false;
            }
        }
        return true;
    }

    /** The same of all elements of a document that is known to be harmless and well-formed. */
    public static boolean areAbsolute(Path xml) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("jdk.xml.maxElementDepth", "0"); // it was looked at before
        NamespaceNames names = new NamespaceNames();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(xml))) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && !names.areAbsolute(reader)) {
                    return false;
                }
            }
            return true;
        } catch (XMLStreamException notWellFormed) {
            return false;
        }
    }

    private boolean isKnown(String name) {
        if (known.contains(name)) {
            return true;
        }
        boolean absolute = isAbsolute(name);
        if (absolute && known.size() < MOST_KNOWN) {
            known.add(name);
        }
        return absolute;
    }

    /** The characters are all of RFC 3986's, in an order that it has. */
    static boolean isAbsolute(String name) {
        if (!ABSOLUTE.matcher(name).matches()) {
            return false;
        }
        try {
            String authority = new URI(name).getRawAuthority();
            return authority == null || AUTHORITY.matcher(authority).matches();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
