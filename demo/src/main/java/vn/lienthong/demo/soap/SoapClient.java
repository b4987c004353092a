package vn.lienthong.demo.soap;

import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.demo.http.Answer;
import vn.lienthong.demo.http.Http;
import vn.lienthong.demo.story.DemoFailure;
import vn.lienthong.demo.xml.Xml;

/** Calls the SOAP service as one connected system: every request signed, every answer verified, documents by MTOM. */
public final class SoapClient {
    private static final String EXCHANGE = "urn:lienthong:exchange:1";
    private static final String XOP = "http://www.w3.org/2004/08/xop/include";
    private static final String BOUNDARY = "MIMEBoundary-lienthong-demo-3f6b2a90";
    private static final String PATH = "soap/exchange";

    private final Http http;
    private final WsSecurity security;

    public SoapClient(Http http, SystemKey key) {
        this.http = http;
        this.security = new WsSecurity(key);
    }

    /** Documents of that id which wait: the server's ids of the deliveries. */
    public List<String> pending(String documentId) {
        return Xml.all(
                        call("GetPendingDocumentIds", Map.of("MessageType", "edoc"))
                                .message(),
                        "Pending")
                .stream()
                .filter(p -> Xml.text(p, "DocumentId").equals(documentId))
                .map(p -> Xml.text(p, "DocId"))
                .toList();
    }

    /** The document, with the digest and length that the signed Body states. */
    public FetchedDocument document(String docId) {
        Reply reply = call("GetDocument", Map.of("DocId", docId));
        Element message = reply.message();
        return new FetchedDocument(
                reply.content(),
                Xml.text(message, "Sha256"),
                Long.parseLong(Xml.text(message, "Length")),
                reply.byMtom());
    }

    public void confirmReceived(String docId) {
        call("ConfirmReceived", Map.of("DocId", docId));
    }

    public void updateTraces(String docId, String statusCode, String description) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("DocId", docId);
        fields.put("StatusCode", statusCode);
        fields.put("Description", description);
        call("UpdateTraces", fields);
    }

    private record Reply(Element message, @Nullable MultipartRelated parts) {
        boolean byMtom() {
            return parts != null
                    && message.getElementsByTagNameNS(XOP, "Include").getLength() > 0;
        }

        byte[] content() {
            if (parts != null && message.getElementsByTagNameNS(XOP, "Include").item(0) instanceof Element include) {
                String href = include.getAttribute("href").replaceFirst("^cid:", "");
                return parts.part(URLDecoder.decode(href, StandardCharsets.UTF_8));
            }
            return Base64.getMimeDecoder().decode(Xml.text(message, "Content"));
        }
    }

    private Reply call(String operation, Map<String, String> fields) {
        Document envelope = SoapEnvelope.of(EXCHANGE, operation, fields);
        security.sign(envelope);
        HttpRequest request = http.to(PATH)
                .header("Content-Type", MultipartRelated.contentType(BOUNDARY))
                .header("SOAPAction", "\"" + EXCHANGE + "/" + operation + "\"")
                .POST(BodyPublishers.ofByteArray(MultipartRelated.of(Xml.serialized(envelope), BOUNDARY)))
                .build();
        Answer answer = http.send(request);
        String type = answer.header("Content-Type");
        if (!answer.isOk() && !type.contains("xml")) {
            answer.required();
        }
        MultipartRelated parts = MultipartRelated.is(type) ? MultipartRelated.parse(type, answer.body()) : null;
        Document reply = Xml.parse(parts == null ? answer.body() : parts.root());
        security.verify(reply);
        Element body = (Element)
                reply.getElementsByTagNameNS(SoapEnvelope.NAMESPACE, "Body").item(0);
        Element message =
                Xml.all(body, operation + "Response").stream().findFirst().orElseThrow(() -> fault(body));
        return new Reply(message, parts);
    }

    private static DemoFailure fault(Element body) {
        String code = Xml.text(body, "Code");
        return new DemoFailure(
                "dịch vụ SOAP từ chối: " + code + " " + Xml.text(body, "MessageVi"),
                "the SOAP service refused: " + code + " " + Xml.text(body, "MessageEn"));
    }
}
