package vn.lienthong.exchange.boundary.soap.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
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
        this.longest = longest;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        if (!(message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest request)
                || !(request.getAttribute(Call.class.getName()) instanceof Call call)) {
            throw new IllegalStateException("SOAP comes through the SoapServlet alone");
        }
        message.getExchange().put(Call.class, call);
        if (request.getContentLengthLong() > longest) {
            call.leaveUnread();
            throw new FailureException(Failure.of(FailureCode.BODY_TOO_LARGE, Long.toString(longest)));
        }
    }
}
