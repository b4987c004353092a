package vn.lienthong.signer.validate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.XMLStructure;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLObject;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilter2ParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilterParameterSpec;
import javax.xml.crypto.dsig.spec.XPathType;
import javax.xml.crypto.dsig.spec.XSLTTransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import vn.lienthong.signer.testpki.Issued;

/**
 * XAdES signatures with any references, transforms and objects, by the JDK's XML signatures: what no honest program would
 * make, with right digests and a right signature value.
 */
final class XadesForge {
    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    static final String SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";
    private static final String SHA256 = DigestMethod.SHA256;

    final XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
    private final Instant now;

    /** What differs from an honest signature. */
    boolean referencesProperties = true;

    boolean hasProperties = true;
    String method = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    Key key;
    Issued named;
    Issued inKeyInfo;
    List<XMLStructure> moreKeyInfo = List.of();

    XadesForge(Issued signer, Instant now) {
        this.now = now;
        this.key = signer.privateKey();
        this.named = signer;
        this.inKeyInfo = signer;
    }

    static Document parse(String xml) {
        try {
            DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
            builders.setNamespaceAware(true);
            return builders.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] octets(Document document) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(Document document) {
        return new String(octets(document), StandardCharsets.UTF_8);
    }

    static Element signature(Document document) {
        return (Element) document.getElementsByTagNameNS(DSIG, "Signature").item(0);
    }

    Transform enveloped() {
        return transform(Transform.ENVELOPED, (TransformParameterSpec) null);
    }

    Transform exclusive() {
        try {
            return factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Transform base64() {
        return transform(Transform.BASE64, (TransformParameterSpec) null);
    }

    Transform xpath(String expression, Map<String, String> prefixes) {
        return transform(Transform.XPATH, new XPathFilterParameterSpec(expression, prefixes));
    }

    Transform xpath2(String expression, XPathType.Filter filter) {
        return transform(
                Transform.XPATH2,
                new XPathFilter2ParameterSpec(List.of(new XPathType(expression, filter, Map.of("ds", DSIG)))));
    }

    Transform xslt(String sheet) {
        return transform(
                Transform.XSLT,
                new XSLTTransformParameterSpec(new DOMStructure(parse(sheet).getDocumentElement())));
    }

    private Transform transform(String algorithm, TransformParameterSpec parameters) {
        try {
            return factory.newTransform(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Reference reference(String uri, Transform... transforms) {
        return reference(uri, null, SHA256, transforms);
    }

    Reference reference(String uri, String type, String digest, Transform... transforms) {
        try {
            return factory.newReference(uri, factory.newDigestMethod(digest, null), List.of(transforms), type, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    XMLObject object(Document document, String id, String xml) {
        Node content = document.importNode(parse("<w>" + xml + "</w>").getDocumentElement(), true);
        List<XMLStructure> children = new ArrayList<>();
        NodeList nodes = content.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            children.add(new DOMStructure(nodes.item(i)));
        }
        return factory.newXMLObject(children, id, null, null);
    }

    /** The document, signed at the end of its root. */
    Document enveloped(String xml, Reference... references) {
        Document document = parse(xml);
        return sign(document, document.getDocumentElement(), List.of(references), List.of());
    }

    /** A signature that carries this as its Object {@code o}, by these references. */
    Document enveloping(String xml, Reference... references) {
        Document document = parse("<x/>");
        document.removeChild(document.getDocumentElement());
        return sign(document, document, List.of(references), List.of(object(document, "o", xml)));
    }

    /** The document, with a signature put at the end of {@code parent}. */
    Document sign(Document document, Node parent, List<Reference> references, List<XMLObject> objects) {
        try {
            String id = "sig-" + references.hashCode();
            List<Reference> all = new ArrayList<>(references);
            List<XMLObject> contents = new ArrayList<>(objects);
            Element properties = properties(document, id);
            if (hasProperties) {
                contents.add(factory.newXMLObject(List.of(new DOMStructure(properties)), null, null, null));
                if (referencesProperties) {
                    all.add(reference("#" + id + "-sp", SIGNED_PROPERTIES, SHA256, exclusive()));
                }
            }
            SignedInfo signedInfo = factory.newSignedInfo(
                    factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                    factory.newSignatureMethod(method, null),
                    all);
            DOMSignContext context = new DOMSignContext(key, parent);
            context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.FALSE);
            context.setDefaultNamespacePrefix("ds");
            if (document.getDocumentElement() != null) {
                markIds(context, document.getDocumentElement());
            }
            markIds(context, properties);
            for (XMLObject object : objects) {
                for (Object content : object.getContent()) {
                    if (content instanceof DOMStructure structure && structure.getNode() instanceof Element element) {
                        markIds(context, element);
                    }
                }
            }
            factory.newXMLSignature(signedInfo, keyInfo(), contents, id, null).sign(context);
            return document;
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyInfo keyInfo() {
        List<XMLStructure> contents = new ArrayList<>();
        contents.add(factory.getKeyInfoFactory().newX509Data(inKeyInfo.chain().subList(0, 2)));
        contents.addAll(moreKeyInfo);
        return factory.getKeyInfoFactory().newKeyInfo(contents);
    }

    private static void markIds(DOMSignContext context, Element element) {
        for (String name : List.of("Id", "ID", "id")) {
            if (element.hasAttributeNS(null, name)) {
                context.setIdAttributeNS(element, null, name);
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                markIds(context, inner);
            }
        }
    }

    private Element properties(Document document, String id) throws GeneralSecurityException {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(named.certificate().getEncoded());
        String xml = "<xades:QualifyingProperties xmlns:xades='" + XADES + "' xmlns:ds='" + DSIG + "' Target='#" + id
                + "'><xades:SignedProperties Id='" + id + "-sp'><xades:SignedSignatureProperties><xades:SigningTime>"
                + now + "</xades:SigningTime><xades:SigningCertificateV2><xades:Cert><xades:CertDigest>"
                + "<ds:DigestMethod Algorithm='" + SHA256 + "'/><ds:DigestValue>"
                + Base64.getEncoder().encodeToString(digest)
                + "</ds:DigestValue></xades:CertDigest></xades:Cert></xades:SigningCertificateV2>"
                + "</xades:SignedSignatureProperties></xades:SignedProperties></xades:QualifyingProperties>";
        return (Element) document.importNode(parse(xml).getDocumentElement(), true);
    }
}
