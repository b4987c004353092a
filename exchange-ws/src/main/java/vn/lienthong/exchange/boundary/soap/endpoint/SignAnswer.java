package vn.lienthong.exchange.boundary.soap.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.AbstractOutDatabindingInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.staxutils.W3CDOMStreamWriter;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import vn.lienthong.exchange.boundary.soap.security.EnvelopeSigner;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * Lets the answer or fault be written into a tree, signs that, and sends it on. A document by MTOM is behind the tree
 * and streams.
 */
final class SignAnswer extends AbstractSoapInterceptor {
    private static final String WIRE = SignAnswer.class.getName() + ".wire";

    private final EnvelopeSigner signer;
    private final Ending ending = new Ending();

    SignAnswer(EnvelopeSigner signer) {
        super(Phase.PRE_PROTOCOL);
        this.signer = signer;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        message.put(AbstractOutDatabindingInterceptor.DISABLE_OUTPUTSTREAM_OPTIMIZATION, true);
        message.put(WIRE, message.getContent(XMLStreamWriter.class));
        message.setContent(XMLStreamWriter.class, new W3CDOMStreamWriter());
        message.getInterceptorChain().add(ending);
    }

    /** Where the envelope is complete and nothing of it is on the wire. */
    private final class Ending extends AbstractSoapInterceptor {
        Ending() {
            super(Ending.class.getName(), Phase.PRE_PROTOCOL_ENDING);
        }

        @Override
        public void handleMessage(SoapMessage message) {
            XMLStreamWriter tree = message.getContent(XMLStreamWriter.class);
            XMLStreamWriter wire = (XMLStreamWriter) message.get(WIRE);
            if (!(tree instanceof W3CDOMStreamWriter envelope) || wire == null) {
                throw new IllegalStateException("the answer was not written into its tree");
            }
            try {
                signer.sign(envelope.getDocument());
            } catch (FailureException | IllegalStateException e) {
                withoutAnswer(message);
                throw e;
            }
            try {
                StaxUtils.copy(envelope.getDocument(), wire);
                wire.flush();
            } catch (XMLStreamException e) {
                throw new Fault(e);
            }
            message.setContent(XMLStreamWriter.class, wire);
        }
    }

    /** What could not be signed does not leave, and the caller is told by the status alone: without it, it would be a 200. */
    private static void withoutAnswer(SoapMessage message) {
        Object response = message.getExchange().getInMessage().get(AbstractHTTPDestination.HTTP_RESPONSE);
        if (response instanceof HttpServletResponse http && !http.isCommitted()) {
            http.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
