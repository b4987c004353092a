package vn.lienthong.exchange.boundary.soap.endpoint;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Tells when an envelope is at its Body, or at whatever stands there instead of a Header. Not thread-safe. */
final class HeaderEnd extends StreamReaderDelegate {
    private final Runnable onEnd;
    private int depth = 1;
    private boolean told;

    /** @param reader at the start of the envelope's own element */
    HeaderEnd(XMLStreamReader reader, Runnable onEnd) {
        super(reader);
        this.onEnd = onEnd;
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
            if (depth == 2 && !told && !"Header".equals(getLocalName())) {
                told = true;
                onEnd.run();
            }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        return event;
    }
}
