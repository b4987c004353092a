package vn.lienthong.exchange.infrastructure.edxml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.exc.WstxIOException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.edxml.EdxmlLimits;
import vn.lienthong.exchange.domain.edxml.EdxmlReader;
import vn.lienthong.exchange.domain.edxml.EdxmlReading;
import vn.lienthong.exchange.domain.edxml.EdxmlRules;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.Finding;

/**
 * Reads edXML with Woodstox, in one pass. A factory lives for one file: factories share the names that they met, and
 * names come from strangers.
 */
public final class WoodstoxEdxmlReader implements EdxmlReader {
    private final Clock clock;

    /** @param clock says what today is, for dates that must not lie ahead */
    public WoodstoxEdxmlReader(Clock clock) {
        this.clock = clock;
    }

    @Override
    public EdxmlReading read(InputStream edxml, EdxmlRules rules, AttachmentSink sink) throws IOException {
        SpanLimitedStream source = new SpanLimitedStream(edxml, rules.limits().headerLength());
        try {
            Element root = tree(source, rules.limits(), sink);
            return new MessageMapping(rules, clock).map(root);
        } catch (EdxmlRefusal e) {
            return new EdxmlReading.Refused(e.failure());
        } catch (XMLStreamException e) {
            return new EdxmlReading.Refused(refusal(e, source).failure());
        }
    }

    private static Element tree(SpanLimitedStream source, EdxmlLimits limits, AttachmentSink sink)
            throws XMLStreamException, IOException, EdxmlRefusal {
        XMLStreamReader events = factory(limits).createXMLStreamReader(source);
        try {
            requireUtf8(events.getEncoding());
            requireUtf8(events.getCharacterEncodingScheme());
            return new ElementTree(events, source, limits, sink).read();
        } finally {
            events.close();
        }
    }

    private static WstxInputFactory factory(EdxmlLimits limits) {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, 16 * 1024);
        factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, 8 * 1024);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth() + 1);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.textLength());
        return factory;
    }

    private static void requireUtf8(@Nullable String encoding) throws EdxmlRefusal {
        if (encoding != null && !encoding.toUpperCase(Locale.ROOT).matches("UTF-?8|US-ASCII")) {
            throw new EdxmlRefusal(
                    FailureCode.EDXML_NOT_XML, "encoding", new Finding("M.encoding", "edXML is written in UTF-8"));
        }
    }

    /** @throws IOException if it was the stream that failed */
    private static EdxmlRefusal refusal(XMLStreamException failed, SpanLimitedStream source) throws IOException {
        if (failed instanceof WstxIOException && failed.getCause() instanceof IOException cause) {
            if (cause instanceof SpanLimitedStream.SpanExceededException) {
                return limit("length of one token");
            }
            if (!(cause instanceof CharConversionException)) {
                throw cause;
            }
        }
        String place = failed.getLocation() == null
                ? "1:1"
                : failed.getLocation().getLineNumber() + ":"
                        + failed.getLocation().getColumnNumber();
        if (source.total() == 0) {
            return new EdxmlRefusal(FailureCode.EDXML_NOT_XML, place, new Finding("N.edXML", "the file is empty"));
        }
        String message = String.valueOf(failed.getMessage());
        if (failed instanceof WstxEOFException && !message.contains("prolog")) {
            return new EdxmlRefusal(FailureCode.BODY_TRUNCATED, place, new Finding("N.edXML", "the file breaks off"));
        }
        if (message.contains("limit (")) {
            return limit("attributes");
        }
        return new EdxmlRefusal(
                FailureCode.EDXML_NOT_XML, place, new Finding("M.edXML", "not well-formed at " + place));
    }

    private static EdxmlRefusal limit(String what) {
        return new EdxmlRefusal(
                FailureCode.EDXML_LIMIT_EXCEEDED, what, new Finding("R.edXML", what + " over the limit"));
    }
}
