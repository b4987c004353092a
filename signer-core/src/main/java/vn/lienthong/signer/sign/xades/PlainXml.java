package vn.lienthong.signer.sign.xades;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.sign.AdesLimits;

/**
 * What an XML document is to a signature over the whole of it, found by streaming it once: the digest of all but its
 * signature.
 *
 * @param digest of the canonical form, the ds:Signature taken out
 * @param root the qualified name of the document's element
 * @param signature the Id of the signature that was taken out: the only one, a child of the root and the last thing in it
 */
record PlainXml(Bytes digest, String root, Optional<String> signature) {

    /** @throws Unfamiliar if it is not well-formed, passes a limit, is not in UTF-8, or is of another form than told above */
    static PlainXml read(InputStream xml, MessageDigest digest, AdesLimits limits) throws Unfamiliar {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty("jdk.xml.maxElementDepth", "0"); // ours says which limit was passed
        try {
            return new Walk(factory.createXMLStreamReader(xml), digest, limits).whole();
        } catch (XMLStreamException e) {
            throw new Unfamiliar("something that is not well-formed");
        }
    }

    /** One reading of one document. */
    private static final class Walk {
        private final XMLStreamReader reader;
        private final CanonicalDigest canonical;
        private final AdesLimits limits;
        private @Nullable String signature;
        private @Nullable String root;
        private int elements;

        Walk(XMLStreamReader reader, MessageDigest digest, AdesLimits limits) {
            this.reader = reader;
            this.canonical = new CanonicalDigest(digest);
            this.limits = limits;
        }

        PlainXml whole() throws XMLStreamException, Unfamiliar {
            requireUtf8();
            while (reader.hasNext()) {
                event(reader.next());
            }
            if (root == null) {
                throw new Unfamiliar("no element");
            }
            return new PlainXml(Bytes.of(canonical.digest()), root, Optional.ofNullable(signature));
        }

        private void requireUtf8() throws Unfamiliar {
            String read = reader.getEncoding();
            String declared = reader.getCharacterEncodingScheme();
            if (!isUtf8(read)
                    || !isUtf8(declared)
                    || reader.getVersion() != null && !reader.getVersion().equals("1.0")) {
                throw new Unfamiliar("another encoding than UTF-8, or another version than 1.0");
            }
        }

        private static boolean isUtf8(@Nullable String encoding) {
            return encoding == null || encoding.equalsIgnoreCase("UTF-8");
        }

        private void event(int event) throws XMLStreamException, Unfamiliar {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> canonical.end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    requireNothingBehind();
                    canonical.instruction(reader);
                }
                case XMLStreamConstants.COMMENT -> requireNothingBehind();
                case XMLStreamConstants.END_DOCUMENT -> {
                    // the whole was seen
                }
                default -> throw new Unfamiliar("a document type or an entity");
            }
        }

        private void text() throws Unfamiliar {
            if (canonical.depth() > 0) {
                requireNothingBehind();
            }
            canonical.text(reader);
        }

        private void start() throws XMLStreamException, Unfamiliar {
            requireNothingBehind();
            if (XMLSignature.XMLNS.equals(reader.getNamespaceURI())
                    && reader.getLocalName().equals("Signature")) {
                takeOut();
                return;
            }
            elements++;
            if (elements > limits.maxXmlElements() || canonical.depth() >= limits.maxXmlDepth()) {
                throw new Unfamiliar("more or deeper elements than allowed");
            }
            canonical.start(reader);
            if (root == null) {
                String prefix = reader.getPrefix();
                root = prefix == null || prefix.isEmpty()
                        ? reader.getLocalName()
                        : prefix + ":" + reader.getLocalName();
            }
        }

        private void takeOut() throws XMLStreamException, Unfamiliar {
            if (canonical.depth() != 1) {
                throw new Unfamiliar("a signature that is not in its root");
            }
            signature = String.valueOf(reader.getAttributeValue(null, "Id"));
            for (int depth = 1; depth > 0; ) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {
                        // is not part of what is digested
                    }
                }
            }
        }

        /** Behind a signature, and behind the root, comes nothing but the root's end and white space outside of it. */
        private void requireNothingBehind() throws Unfamiliar {
            if (signature != null || root != null && canonical.depth() == 0) {
                throw new Unfamiliar("something behind a signature, or behind its root");
            }
        }
    }
}
