package vn.lienthong.exchange.boundary.soap.endpoint;

import java.util.Objects;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.boundary.soap.fault.FailureReader;
import vn.lienthong.exchange.boundary.soap.fault.FaultMapper;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;

/** Puts the fault of exchange.wsdl in the place of whatever was thrown, and logs it: once, here. */
final class RenderFault extends AbstractSoapInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(RenderFault.class);

    private final FaultMapper faults;

    RenderFault(FaultMapper faults) {
        super(Phase.SETUP);
        this.faults = faults;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        Exception thrown = message.getContent(Exception.class);
        Failure failure = thrown == null ? Failure.of(FailureCode.INTERNAL) : FailureReader.failureOf(thrown);
        Call call = message.getExchange().get(Call.class);
        log(failure, Objects.requireNonNullElse(call.callerName(), "nobody known"), thrown);
        message.setContent(
                Exception.class, faults.fault(failure, call.requestId(), call.isLeftUnread() || isAtTheDoor(failure)));
    }

    /** What the door refuses is not about the message. */
    private static boolean isAtTheDoor(Failure failure) {
        return failure.code() == FailureCode.REQUEST_TOO_SLOW || failure.code() == FailureCode.OVERLOADED;
    }

    /** What a caller did wrong needs no stack; what fails here does. */
    private static void log(Failure failure, String caller, @Nullable Exception thrown) {
        String code = failure.code().code();
        if (isAtTheDoor(failure)) {
            LOG.debug("SOAP request of {} refused at the door: {}", caller, code); // strangers do not fill the log
            return;
        }
        switch (failure.code().category()) {
            case OURS -> LOG.error("SOAP request of {} failed: {}", caller, code, thrown);
            case DEPENDENCY -> LOG.warn("SOAP request of {} failed: {}", caller, code, thrown);
            case CALLER, POLICY -> LOG.info("SOAP request of {} refused: {} {}", caller, code, failure.arguments());
        }
    }
}
