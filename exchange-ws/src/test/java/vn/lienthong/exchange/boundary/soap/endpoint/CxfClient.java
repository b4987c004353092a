package vn.lienthong.exchange.boundary.soap.endpoint;

import java.net.URI;
import java.util.Map;
import java.util.Properties;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.crypto.Crypto;
import vn.lienthong.exchange.boundary.soap.message.Exchange;
import vn.lienthong.exchange.boundary.soap.message.Names;

/** A client of CXF with CXF's own WS-Security interceptors, as an agency's developer would write it. */
public final class CxfClient {
    private CxfClient() {}

    /**
     * A proxy that signs requests with the key of one crypto and trusts answers under another.
     *
     * @param mtom whether documents go as attachments
     */
    public static Exchange of(URI address, Crypto own, Crypto trusted, boolean mtom) {
        Bus bus = new CXFBusFactory().createBus();
        JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
        factory.setBus(bus);
        factory.setServiceClass(Exchange.class);
        factory.setServiceName(Names.SERVICE);
        factory.setEndpointName(Names.PORT);
        factory.setWsdlLocation(address + "?wsdl");
        factory.setAddress(address.toString());
        factory.setProperties(Map.of(Message.MTOM_ENABLED, mtom));
        Exchange exchange = factory.create(Exchange.class);
        secure(ClientProxy.getClient(exchange), own, trusted);
        return exchange;
    }

    private static void secure(Client client, Crypto own, Crypto trusted) {
        Map<String, Object> out = Map.ofEntries(
                Map.entry("action", "Timestamp Signature"),
                Map.entry("user", "key"),
                Map.entry("signatureKeyIdentifier", "DirectReference"),
                Map.entry("signatureAlgorithm", algorithm(own)),
                Map.entry("signatureDigestAlgorithm", "http://www.w3.org/2001/04/xmlenc#sha256"),
                Map.entry(
                        "signatureParts",
                        "{}{http://schemas.xmlsoap.org/soap/envelope/}Body;"
                                + "{}{http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd}Timestamp"),
                Map.entry("expandXOPInclude", "false"),
                Map.entry("expandXOPIncludeForSignature", "false"),
                Map.entry("storeBytesInAttachment", "false"),
                Map.entry("signaturePropRefId", "crypto"),
                Map.entry("crypto", new Properties()),
                Map.entry("passwordCallbackRef", (CallbackHandler) callbacks -> {}));
        client.getOutInterceptors().add(new WSS4JOutInterceptor(out) {
            @Override
            public Crypto loadSignatureCrypto(org.apache.wss4j.dom.handler.RequestData request) {
                return own;
            }
        });
        Map<String, Object> in = Map.of(
                "action", "Timestamp Signature",
                "isBSPCompliant", "false",
                "expandXOPInclude", "false",
                "signatureVerificationPropRefId", "crypto",
                "crypto", new Properties());
        WSS4JInInterceptor check = new WSS4JInInterceptor(in) {
            @Override
            public Crypto loadSignatureVerificationCrypto(org.apache.wss4j.dom.handler.RequestData request) {
                return trusted;
            }
        };
        client.getInInterceptors().add(check);
        client.getInFaultInterceptors().add(check);
        HTTPClientPolicy policy = new HTTPClientPolicy();
        policy.setAllowChunking(true);
        policy.setReceiveTimeout(300_000);
        ((HTTPConduit) client.getConduit()).setClient(policy);
    }

    private static String algorithm(Crypto own) {
        return own instanceof KeyOf key && key.isElliptic()
                ? "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
                : "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    }

    /** A crypto that knows what its key is. */
    public interface KeyOf {
        boolean isElliptic();
    }
}
