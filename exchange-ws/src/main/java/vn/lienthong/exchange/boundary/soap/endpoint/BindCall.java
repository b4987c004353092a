package vn.lienthong.exchange.boundary.soap.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** Makes the servlet's {@link Call} known to everything that takes part in answering the request. */
final class BindCall extends AbstractSoapInterceptor {
    BindCall() {
        super(Phase.RECEIVE);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        if (!(message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest request)
                || !(request.getAttribute(Call.class.getName()) instanceof Call call)) {
            throw new IllegalStateException("SOAP comes through the SoapServlet alone");
        }
        message.getExchange().put(Call.class, call);
    }
}
