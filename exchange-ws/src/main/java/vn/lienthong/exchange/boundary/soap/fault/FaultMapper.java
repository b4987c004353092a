package vn.lienthong.exchange.boundary.soap.fault;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import javax.xml.namespace.QName;
import javax.xml.transform.dom.DOMResult;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.exchange.boundary.soap.message.ExchangeFault;
import vn.lienthong.exchange.boundary.soap.message.FaultFinding;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.failure.Category;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.signer.text.Language;

/**
 * Renders every failure as the one fault of exchange.wsdl: {@code Client} where the caller has to change something,
 * {@code Server} where the same request may succeed later or never. Thread-safe.
 */
public final class FaultMapper {
    private final FailureTexts texts;
    private final JAXBContext carriers;

    public FaultMapper(FailureTexts texts) {
        this.texts = texts;
        try {
            this.carriers = JAXBContext.newInstance(ExchangeFault.class);
        } catch (JAXBException e) {
            throw new IllegalStateException("the fault cannot be bound", e);
        }
    }

    /**
     * The fault with its detail; the fault string is Vietnamese.
     *
     * @param unread whether the request was refused before its body was read: that is HTTP's to say, by the failure's
     *     status, while every other fault has 500 (SOAP 1.1 §6.2)
     */
    public SoapFault fault(Failure failure, String requestId, boolean unread) {
        SoapFault fault = new SoapFault(
                texts.detail(failure, Language.VI), faultCode(failure.code().category()));
        fault.setLang("vi");
        if (unread) {
            fault.setStatusCode(failure.code().httpStatus());
        }
        Element detail = fault.getOrCreateDetail();
        detail.appendChild(detail.getOwnerDocument().adoptNode(element(detail(failure, requestId))));
        return fault;
    }

    ExchangeFault detail(Failure failure, String requestId) {
        ExchangeFault detail = new ExchangeFault();
        detail.code = failure.code().code();
        detail.messageVi = texts.detail(failure, Language.VI);
        detail.messageEn = texts.detail(failure, Language.EN);
        detail.retryable = failure.code().retryable();
        detail.requestId = requestId;
        failure.findings().forEach(finding -> {
            FaultFinding carrier = new FaultFinding();
            carrier.code = finding.code();
            carrier.detail = finding.detail();
            detail.finding.add(carrier);
        });
        return detail;
    }

    private Element element(ExchangeFault detail) {
        try {
            DOMResult result = new DOMResult();
            carriers.createMarshaller().marshal(detail, result);
            return ((Document) result.getNode()).getDocumentElement();
        } catch (JAXBException e) {
            throw new IllegalStateException("the fault cannot be marshalled", e);
        }
    }

    /** Source: SOAP 1.1 §4.4.1. */
    private static QName faultCode(Category category) {
        return switch (category) {
            case CALLER, POLICY -> Soap11.getInstance().getSender();
            case DEPENDENCY, OURS -> Soap11.getInstance().getReceiver();
        };
    }
}
