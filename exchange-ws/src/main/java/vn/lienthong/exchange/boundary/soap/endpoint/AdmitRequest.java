package vn.lienthong.exchange.boundary.soap.endpoint;

import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.AttachmentInInterceptor;
import org.apache.cxf.interceptor.StaxInInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.StaxUtils;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.exchange.boundary.soap.message.Names;
import vn.lienthong.exchange.boundary.soap.security.RequestGuard;
import vn.lienthong.exchange.boundary.soap.security.SignatureCheck;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * Reads the envelope into a tree once, has the guard look at its Header before anything behind that is read, and decide on that tree, and lets everything after it read the same
 * tree: what is acted on is what was signed. Attachments stay on the wire; whoever reads one streams it.
 */
final class AdmitRequest extends AbstractSoapInterceptor {
    /** The one document that a message of exchange.xsd has, and room for what a client adds. */
    static final int MOST_PARTS = 4;

    private final RequestGuard guard;

    AdmitRequest(RequestGuard guard) {
        super(Phase.POST_STREAM);
        addAfter(AttachmentInInterceptor.class.getName());
        addBefore(StaxInInterceptor.class.getName());
        this.guard = guard;
    }

    /** The guard has met a {@code mustUnderstand} on this header. */
    @Override
    public Set<QName> getUnderstoodHeaders() {
        return Set.of(SignatureCheck.header());
    }

    @Override
    public void handleMessage(SoapMessage message) {
        InputStream octets = message.getContent(InputStream.class);
        if (isGET(message) || octets == null) {
            return; // the WSDL; an operation without a caller is refused by Call
        }
        Call call = message.getExchange().get(Call.class);
        InputStream limited =
                new LimitedStream(octets, InlineRoom.MOST_MESSAGE, InlineRoom.SMALL_MESSAGE, call::takeRoom);
        Document envelope = EnvelopeReader.read(
                limited, (String) message.get(Message.ENCODING), begun -> call.vouched(guard.vouching(begun)));
        Caller caller = guard.admit(envelope);
        requireKnown(envelope);
        call.admitted(caller, isXop((String) message.get(Message.CONTENT_TYPE)));
        if (message.getAttachments() != null) {
            message.setAttachments(new FewParts(message.getAttachments(), MOST_PARTS));
        }
        message.setContent(XMLStreamReader.class, StaxUtils.createXMLStreamReader(envelope));
        message.removeContent(InputStream.class);
    }

    private static void requireKnown(Document envelope) {
        Element request = RequestGuard.messageOf(envelope);
        if (!Names.NAMESPACE.equals(request.getNamespaceURI()) || !Names.REQUESTS.contains(request.getLocalName())) {
            throw new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, "Body"));
        }
    }

    /** Source: XOP §5. */
    private static boolean isXop(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("multipart/related") && type.contains("application/xop+xml");
    }
}
