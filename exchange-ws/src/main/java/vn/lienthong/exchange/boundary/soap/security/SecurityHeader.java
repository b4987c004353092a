package vn.lienthong.exchange.boundary.soap.security;

import static vn.lienthong.exchange.boundary.soap.security.SignedEnvelope.children;
import static vn.lienthong.exchange.boundary.soap.security.SignedEnvelope.isNamed;
import static vn.lienthong.exchange.boundary.soap.security.SignedEnvelope.missing;
import static vn.lienthong.exchange.boundary.soap.security.SignedEnvelope.require;
import static vn.lienthong.exchange.boundary.soap.security.SoapNames.DS;
import static vn.lienthong.exchange.boundary.soap.security.SoapNames.WSSE;
import static vn.lienthong.exchange.boundary.soap.security.SoapNames.WSU;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The one Security header of a request: one token, one timestamp and one signature, and nothing besides. */
record SecurityHeader(Element security, Element token, Element timestamp, Element signature) {

    /**
     * The one among a SOAP Header's children.
     *
     * @throws vn.lienthong.exchange.domain.failure.FailureException with {@code signature-missing} or
     *     {@code signature-invalid} for every other shape
     */
    static SecurityHeader in(Element header) {
        List<Element> found = children(header).stream()
                .filter(child -> isNamed(child, WSSE, "Security"))
                .toList();
        if (found.isEmpty()) {
            throw missing("Body");
        }
        require(found.size() == 1, "more than one Security header");
        return of(found.get(0));
    }

    private static SecurityHeader of(Element security) {
        Element token = null;
        Element timestamp = null;
        Element signature = null;
        for (Element child : children(security)) {
            if (isNamed(child, WSSE, "BinarySecurityToken")) {
                require(token == null, "more than one BinarySecurityToken");
                token = child;
            } else if (isNamed(child, WSU, "Timestamp")) {
                require(timestamp == null, "more than one Timestamp");
                timestamp = child;
            } else {
                require(
                        isNamed(child, DS, "Signature"),
                        "an unexpected " + child.getLocalName() + " in the Security header");
                require(signature == null, "more than one Signature");
                signature = child;
            }
        }
        return new SecurityHeader(
                security,
                present(token, "BinarySecurityToken"),
                present(timestamp, "Timestamp"),
                present(signature, "Body"));
    }

    private static Element present(@Nullable Element element, String part) {
        if (element == null) {
            throw missing(part);
        }
        return element;
    }
}
