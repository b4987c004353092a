package vn.lienthong.exchange.boundary.soap.message;

import java.util.Set;
import javax.xml.namespace.QName;

/** The names of exchange.wsdl. */
public final class Names {
    public static final String NAMESPACE = "urn:lienthong:exchange:1";
    /** The contract on the class path. */
    public static final String WSDL = "/wsdl/exchange.wsdl";

    public static final QName SERVICE = new QName(NAMESPACE, "ExchangeService");
    public static final QName PORT = new QName(NAMESPACE, "ExchangePort");
    public static final QName FAULT = new QName(NAMESPACE, "ExchangeFault");

    /** The messages that are requests. */
    public static final Set<String> REQUESTS = Set.of(
            "SendDocument",
            "GetPendingDocumentIds",
            "GetDocument",
            "ConfirmReceived",
            "UpdateTraces",
            "GetTraces",
            "GetOrganizations");

    private Names() {}
}
