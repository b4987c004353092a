package vn.lienthong.exchange.boundary.soap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.apache.cxf.binding.soap.SoapFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import vn.lienthong.exchange.boundary.soap.message.Names;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.failure.Category;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.Finding;

/** Every failure as the fault of the contract. */
final class FaultMapperTest {
    private final FaultMapper mapper = new FaultMapper(new FailureTexts());

    private static void conforms(SoapFault fault) throws SAXException, IOException {
        SchemaFactory.newDefaultInstance()
                .newSchema(FaultMapperTest.class.getResource("/wsdl/exchange.xsd"))
                .newValidator()
                .validate(new DOMSource(detail(fault)));
    }

    private static Element detail(SoapFault fault) {
        return (Element) fault.getDetail().getFirstChild();
    }

    private static String text(SoapFault fault, String name) {
        return detail(fault)
                .getElementsByTagNameNS(Names.NAMESPACE, name)
                .item(0)
                .getTextContent();
    }

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void rendersEveryCodeAsTheSchemaSays(FailureCode code) throws SAXException, IOException {
        SoapFault fault = mapper.fault(Failure.of(code, "argument"), "request-1", false);
        conforms(fault);
        boolean callers = code.category() == Category.CALLER || code.category() == Category.POLICY;
        assertThat(fault.getFaultCode().getLocalPart()).isEqualTo(callers ? "Client" : "Server");
        assertThat(text(fault, "Code")).isEqualTo(code.code());
        assertThat(text(fault, "Retryable")).isEqualTo(Boolean.toString(code.retryable()));
        assertThat(text(fault, "RequestId")).isEqualTo("request-1");
        assertThat(fault.getMessage()).isEqualTo(text(fault, "MessageVi"));
    }

    @Test
    void rendersFindings() throws SAXException, IOException {
        Failure failure = new Failure(
                FailureCode.EDXML_NOT_CONFORMANT, List.of(), List.of(new Finding("N.MessageHeader.From", "no From")));
        SoapFault fault = mapper.fault(failure, "request-1", false);
        conforms(fault);
        assertThat(text(fault, "Detail")).isEqualTo("no From");
    }
}
