package vn.lienthong.exchange.domain.edxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Reads edXML files of every dialect in the field. Thread-safe; memory does not grow with the attachments.
 *
 * <p>Source: QCVN 102:2016/BTTTT and amendment 1:2022.
 */
public interface EdxmlReader {

    /**
     * The whole stream was read once, its attachments only hashed. It is left open.
     *
     * @throws IOException if the stream itself fails, never for what it says
     */
    default EdxmlReading read(InputStream edxml, EdxmlRules rules) throws IOException {
        return read(edxml, rules, index -> OutputStream.nullOutputStream());
    }

    /**
     * As {@link #read(InputStream, EdxmlRules)}, and the octets of each attachment went to {@code sink} too. They went
     * there before the message was found acceptable.
     */
    EdxmlReading read(InputStream edxml, EdxmlRules rules, AttachmentSink sink) throws IOException;

    /** Where the octets of attachments go. */
    @FunctionalInterface
    interface AttachmentSink {
        /**
         * A stream for one attachment; the reader closes it.
         *
         * @param index from 0, in the order of {@link EdxmlDocument#attachments()}
         */
        OutputStream open(int index) throws IOException;
    }
}
