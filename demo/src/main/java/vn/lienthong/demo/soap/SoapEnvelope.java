package vn.lienthong.demo.soap;

import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.demo.xml.Xml;

/** A SOAP 1.1 envelope around one message of plain fields. */
final class SoapEnvelope {
    static final String NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/";

    private SoapEnvelope() {}

    /**
     * The envelope, ready to be signed: it was written and read once, for only then do its namespace declarations stand in
     * the tree, where canonicalization looks for them.
     */
    static Document of(String namespace, String operation, Map<String, String> fields) {
        Document document = Xml.empty();
        Element envelope = document.createElementNS(NAMESPACE, "soap:Envelope");
        document.appendChild(envelope);
        envelope.appendChild(document.createElementNS(NAMESPACE, "soap:Header"));
        Element body = document.createElementNS(NAMESPACE, "soap:Body");
        envelope.appendChild(body);
        Element message = document.createElementNS(namespace, "e:" + operation);
        body.appendChild(message);
        fields.forEach((name, value) -> {
            Element field = document.createElementNS(namespace, "e:" + name);
            field.setTextContent(value);
            message.appendChild(field);
        });
        return Xml.parse(Xml.serialized(document));
    }
}
