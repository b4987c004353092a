package vn.lienthong.exchange.boundary.soap.endpoint;

import jakarta.inject.Inject;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebInitParam;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.boundary.soap.fault.FaultMapper;
import vn.lienthong.exchange.boundary.soap.message.Exchange;
import vn.lienthong.exchange.boundary.soap.message.Names;
import vn.lienthong.exchange.boundary.soap.security.EnvelopeSigner;
import vn.lienthong.exchange.boundary.soap.security.RequestGuard;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * Serves exchange.wsdl at {@code /soap/exchange} on the container's CXF.
 *
 * <p>Nobody acts without a signature: every operation asks {@link Call} for its caller.
 */
@WebServlet(
        urlPatterns = "/soap/*",
        loadOnStartup = 2,
        initParams = @WebInitParam(name = "hide-service-list-page", value = "true"))
public class SoapServlet extends CXFNonSpringServlet {
    private static final long serialVersionUID = 1L;
    private static final String ADDRESS = "/exchange";
    private static final int LONGEST_PART_HEADER = 2048;
    /** What a request by MTOM holds besides its document: the envelope, and the parts' headers. */
    private static final long LONGEST_REST = 1L << 20;

    /**
     * The longest part that may stand before the document. It is kept in memory: no part ever waits on disk, so none is
     * left behind there. The document itself streams by.
     */
    private static final int LONGEST_ASIDE = 64 << 10;

    /** What is read of a request after it was refused, at the door's pace, and thrown away: an inline document, not a large one by MTOM. */
    private static final long MOST_DRAINED = 64L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(SoapServlet.class);

    private final transient Exchange exchange;
    private final transient RequestGuard guard;
    private final transient EnvelopeSigner signer;
    private final transient FaultMapper faults;
    private final transient InlineRoom room;
    private final transient SoapSettings settings;

    /**
     * @param exchange answers the operations
     */
    @Inject
    public SoapServlet(
            Exchange exchange, RequestGuard guard, EnvelopeSigner signer, FaultMapper faults, SoapSettings settings) {
        this.exchange = exchange;
        this.guard = guard;
        this.signer = signer;
        this.faults = faults;
        this.settings = settings;
        this.room = new InlineRoom(Runtime.getRuntime().maxMemory());
    }

    @Override
    protected void loadBus(ServletConfig config) {
        Bus bus = new CXFBusFactory().createBus();
        // a fault is logged by RenderFault, with its code; CXF would log it a second time, with its stack
        bus.setProperty(FaultListener.class.getName(), (FaultListener) (thrown, description, message) -> false);
        setBus(bus);
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        publish();
    }

    @Override
    protected void invoke(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        try (Call call = new Call(request, room)) {
            request.setAttribute(Call.class.getName(), call);
            super.invoke(request, response);
            if (!call.isLeftUnread()) {
                drain(request);
            }
        }
    }

    /** A client that sends all before it reads gets its fault, not a broken connection. */
    private static void drain(HttpServletRequest request) {
        byte[] buffer = new byte[8192];
        long left = MOST_DRAINED;
        try {
            InputStream rest = request.getInputStream();
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = rest.read(buffer);
            }
        } catch (IOException | FailureException e) {
            LOG.debug("the rest of a SOAP request was not read", e);
        }
    }

    private void publish() {
        JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
        factory.setBus(getBus());
        factory.setServiceClass(Exchange.class);
        factory.setServiceBean(exchange);
        factory.setServiceName(Names.SERVICE);
        factory.setEndpointName(Names.PORT);
        factory.setWsdlLocation("classpath:" + Names.WSDL);
        factory.setAddress(ADDRESS);
        factory.setProperties(Map.of(
                AttachmentDeserializer.ATTACHMENT_DIRECTORY,
                        settings.temporaryFolder().toString(),
                AttachmentDeserializer.ATTACHMENT_MEMORY_THRESHOLD, Integer.toString(LONGEST_ASIDE + 1),
                AttachmentDeserializer.ATTACHMENT_MAX_SIZE, Integer.toString(LONGEST_ASIDE),
                AttachmentDeserializer.ATTACHMENT_MAX_COUNT, Integer.toString(AdmitRequest.MOST_PARTS),
                AttachmentDeserializer.ATTACHMENT_MAX_HEADER_SIZE, Integer.toString(LONGEST_PART_HEADER),
                Message.MTOM_ENABLED, Boolean.FALSE));
        factory.getInInterceptors().add(new BindCall(settings.contentLimit() + LONGEST_REST));
        factory.getInInterceptors().add(new AdmitRequest(guard));
        factory.getOutInterceptors().add(new SignAnswer(signer));
        factory.getOutFaultInterceptors().add(new RenderFault(faults));
        factory.getOutFaultInterceptors().add(new SignAnswer(signer));
        factory.create();
    }
}
