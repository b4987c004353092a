package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.ws.WebFault;

/** The fault as a client of {@link Exchange} catches it. The server never throws it: its faults have codes. */
@WebFault(name = "ExchangeFault", targetNamespace = Names.NAMESPACE)
public final class ExchangeFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ExchangeFault faultInfo;

    public ExchangeFaultException(String message, ExchangeFault faultInfo) {
        super(message);
        this.faultInfo = faultInfo;
    }

    public ExchangeFaultException(String message, ExchangeFault faultInfo, Throwable cause) {
        super(message, cause);
        this.faultInfo = faultInfo;
    }

    /** As JAX-WS asks for it. */
    public ExchangeFault getFaultInfo() {
        return faultInfo;
    }
}
