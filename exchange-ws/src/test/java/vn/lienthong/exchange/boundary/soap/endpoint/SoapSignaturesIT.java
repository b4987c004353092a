package vn.lienthong.exchange.boundary.soap.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.lienthong.exchange.boundary.soap.security.SigningKey;
import vn.lienthong.exchange.boundary.soap.security.SoapXml;
import vn.lienthong.exchange.boundary.soap.security.SystemKeys;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.it.Stored;
import vn.lienthong.exchange.it.TestLetter;

/** Signatures that are missing, a stranger's, or over something else, at the SOAP door of the running server. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SoapSignaturesIT {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String WSU =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final byte[] LETTER = TestLetter.text(
                    TestLetter.MINISTRY, "930", new byte[] {1, 2, 3}, TestLetter.PROVINCE)
            .getBytes(StandardCharsets.UTF_8);

    private Stored before;

    @BeforeEach
    void look() {
        before = Stored.now();
    }

    @Test
    void refusesARequestThatNobodySigned() throws Exception {
        refuses("no signature", FailureCode.SIGNATURE_MISSING, SignedSoap.sendDocument(LETTER));
    }

    @Test
    void refusesStrangers() throws Exception {
        SigningKey neighbour = SoapSystem.key("stranger");
        refuses(
                "a stranger under the same authority",
                FailureCode.CREDENTIALS_INVALID,
                SignedSoap.signed(neighbour, SignedSoap.sendDocument(LETTER)));
        refuses(
                "a stranger under another authority",
                FailureCode.CREDENTIALS_INVALID,
                SignedSoap.signed(SystemKeys.RSA, SignedSoap.sendDocument(LETTER)));
    }

    @Test
    void refusesABodyThatWasChangedAfterItWasSigned() throws Exception {
        refuses(
                "a changed digest",
                FailureCode.SIGNATURE_INVALID,
                bent(envelope ->
                        SoapXml.first(envelope, SignedSoap.NAMESPACE, "Sha256").setTextContent("0".repeat(64))));
        refuses("an element more", FailureCode.SIGNATURE_INVALID, bent(envelope -> {
            Element message = SoapXml.first(envelope, SignedSoap.NAMESPACE, "SendDocument");
            message.insertBefore(
                    envelope.createElementNS(SignedSoap.NAMESPACE, "From"),
                    SoapXml.first(envelope, SignedSoap.NAMESPACE, "Content"));
        }));
    }

    /** Source: McIntosh and Austel, "XML Signature Element Wrapping Attacks" (2005). */
    @Test
    void refusesASignatureOverAnotherBodyThanTheOneToBeActedOn() throws Exception {
        refuses(
                "the signed Body moved into a header, another in its place",
                FailureCode.SIGNATURE_INVALID,
                bent(envelope -> {
                    Element signed = SoapXml.first(envelope, SOAP, "Body");
                    Node forged = forgedBody(envelope, signed.getAttributeNS(WSU, "Id"));
                    Element wrapper = envelope.createElementNS("urn:nobody", "Wrapper");
                    envelope.getDocumentElement().replaceChild(forged, signed);
                    SoapXml.first(envelope, SOAP, "Header").appendChild(wrapper).appendChild(signed);
                }));
        refuses("the same, and the forged Body without an id", FailureCode.SIGNATURE_MISSING, bent(envelope -> {
            Element signed = SoapXml.first(envelope, SOAP, "Body");
            Element forged = (Element) forgedBody(envelope, "");
            Element wrapper = envelope.createElementNS("urn:nobody", "Wrapper");
            envelope.getDocumentElement().replaceChild(forged, signed);
            SoapXml.first(envelope, SOAP, "Header").appendChild(wrapper).appendChild(signed);
        }));
        refuses("the signed Body behind the forged one", FailureCode.SIGNATURE_INVALID, bent(envelope -> {
            Element signed = SoapXml.first(envelope, SOAP, "Body");
            envelope.getDocumentElement().insertBefore(forgedBody(envelope, "forged"), signed);
        }));
        refuses("the signed message inside the forged one", FailureCode.SIGNATURE_INVALID, bent(envelope -> {
            Element signed = SoapXml.first(envelope, SOAP, "Body");
            Node forged = forgedBody(envelope, "forged");
            envelope.getDocumentElement().replaceChild(forged, signed);
            forged.appendChild(signed);
        }));
    }

    @Test
    void refusesASignatureOfAnotherRequest() throws Exception {
        SigningKey ministry = SoapSystem.key("ministry");
        Document harmless = SignedSoap.signed(ministry, SignedSoap.getOrganizations());
        Document forged = SignedSoap.sendDocument(LETTER);
        Node security = forged.importNode(SoapXml.first(harmless, WSSE, "Security"), true);
        SoapXml.first(forged, SOAP, "Header").appendChild(security);
        SoapXml.first(forged, SOAP, "Body")
                .setAttributeNS(
                        WSU, "wsu:Id", SoapXml.first(harmless, SOAP, "Body").getAttributeNS(WSU, "Id"));

        refuses("another request's signature", FailureCode.SIGNATURE_INVALID, forged);
    }

    @Test
    void refusesTheSameRequestASecondTime() throws Exception {
        String once = SoapXml.text(SignedSoap.signed(SoapSystem.key("ministry"), SignedSoap.getOrganizations()));
        assertThat(SignedSoap.post(once).statusCode()).isEqualTo(200);
        assertRefused("a replay", FailureCode.REQUEST_REPLAYED, SignedSoap.post(once));
    }

    private static Node forgedBody(Document envelope, String id) {
        Document other = SignedSoap.sendDocument("forged".getBytes(StandardCharsets.UTF_8));
        Element body = (Element) envelope.importNode(SoapXml.first(other, SOAP, "Body"), true);
        if (!id.isEmpty()) {
            body.setAttributeNS(WSU, "wsu:Id", id);
        }
        return body;
    }

    /** A request that the ministry signed and somebody changed on its way. */
    private static Document bent(Consumer<Document> change) {
        Document envelope = SignedSoap.signed(SoapSystem.key("ministry"), SignedSoap.sendDocument(LETTER));
        change.accept(envelope);
        return envelope;
    }

    private void refuses(String fault, FailureCode code, Document envelope) throws Exception {
        assertRefused(fault, code, SignedSoap.post(envelope));
    }

    private void assertRefused(String fault, FailureCode code, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(fault).isEqualTo(500);
        assertThat(answer.body())
                .as(fault)
                .contains(">" + code.code() + "<", "SignatureValue")
                .doesNotContain("vn.lienthong");
        before.assertUnchanged(fault);
    }
}
