package vn.lienthong.exchange.boundary.soap.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.staxutils.DepthExceededStaxException;
import org.apache.cxf.staxutils.DepthRestrictingStreamReader;
import org.apache.cxf.staxutils.DocumentDepthProperties;
import org.apache.cxf.staxutils.StaxUtils;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Reads the SOAP part of a request into a tree, within limits and without a DTD. */
final class EnvelopeReader {
    /** Ten times the longest list of recipients that a message of exchange.xsd holds in practice. */
    private static final int MOST_ELEMENTS = 20_000;

    private static final int DEEPEST = 40;
    private static final int MOST_CHILDREN = 10_000;

    private EnvelopeReader() {}

    /**
     * The whole stream as a document; it is read to its end and closed.
     *
     * @param encoding as the transport names it, or null
     * @param onHeader is shown the document when the Header stands in it and nothing behind, and may throw
     * @throws FailureException with {@code parameter-invalid} for what is not XML or over a limit, or whatever the
     *     stream throws
     */
    static Document read(InputStream octets, @Nullable String encoding, Consumer<Document> onHeader) {
        XMLStreamReader reader = new DepthRestrictingStreamReader(
                encoding == null
                        ? StaxUtils.createXMLStreamReader(octets)
                        : StaxUtils.createXMLStreamReader(octets, encoding),
                new DocumentDepthProperties(MOST_ELEMENTS, DEEPEST, MOST_CHILDREN));
        try {
            while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
                if (reader.next() == XMLStreamConstants.DTD) {
                    throw malformed(null);
                }
            }
            Document document = DOMUtils.createDocument();
            XMLStreamReader watched = new HeaderEnd(reader, () -> onHeader.accept(document));
            StaxUtils.readDocElements(document, document, watched, true, false);
            drain(octets);
            return document;
        } catch (XMLStreamException | DepthExceededStaxException e) {
            throw malformed(e);
        } finally {
            close(reader);
        }
    }

    private static void drain(InputStream octets) {
        try (octets) {
            byte[] rest = new byte[1024];
            while (octets.read(rest) >= 0) { // epilogue: the reader has checked that it holds no element
                rest[0] = 0;
            }
        } catch (IOException e) {
            throw new FailureException(Failure.of(FailureCode.BODY_TRUNCATED), e);
        }
    }

    private static FailureException malformed(@Nullable Exception e) {
        boolean brokenOff = e != null && e.getCause() instanceof IOException;
        Failure failure = brokenOff
                ? Failure.of(FailureCode.BODY_TRUNCATED)
                : Failure.of(FailureCode.PARAMETER_INVALID, "Envelope");
        return e == null ? new FailureException(failure) : new FailureException(failure, e);
    }

    private static void close(XMLStreamReader reader) {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }
}
