package vn.lienthong.exchange.boundary.soap.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.AttachmentInInterceptor;
import org.apache.cxf.io.DelegatingInputStream;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * Makes the servlet's {@link Call} known to everything that takes part in answering the request, and refuses a request
 * that announces more than may come, before any of it is read.
 */
final class BindCall extends AbstractSoapInterceptor {
    private final long longest;

    /** @param longest the most octets of a request */
    BindCall(long longest) {
        super(Phase.RECEIVE);
        addBefore(AttachmentInInterceptor.class.getName());
        this.longest = longest;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        if (!(message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest request)
                || !(request.getAttribute(Call.class.getName()) instanceof Call call)) {
            throw new IllegalStateException("SOAP comes through the SoapServlet alone");
        }
        message.getExchange().put(Call.class, call);
        // CXF would read on before it writes its first octet, up to megabytes of a request that was refused
        message.removeContent(DelegatingInputStream.class);
        if (request.getContentLengthLong() > longest) {
            leaveUnread(message, call);
            throw new FailureException(Failure.of(FailureCode.BODY_TOO_LARGE, Long.toString(longest)));
        }
        InputStream octets = message.getContent(InputStream.class);
        if (octets != null) {
            message.setContent(InputStream.class, new StrangersOctets(octets, call, longest));
        }
    }

    /** The connection cannot go on behind a body that is not read. */
    private static void leaveUnread(SoapMessage message, Call call) {
        call.leaveUnread();
        message.removeContent(InputStream.class);
        if (message.get(AbstractHTTPDestination.HTTP_RESPONSE) instanceof HttpServletResponse response) {
            response.setHeader("Connection", "close");
        }
    }
}
