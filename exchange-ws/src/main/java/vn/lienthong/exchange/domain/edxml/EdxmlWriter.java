package vn.lienthong.exchange.domain.edxml;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes edXML as the national axis' own Java library does: UTF-8, pretty-printed, its order of elements, and the prefix
 * {@code edXML:} literally, without which consumers in the field refuse a message. Thread-safe; memory does not grow
 * with the attachments.
 */
public interface EdxmlWriter {

    /** The message stands in {@code out}, which is flushed and left open. */
    void write(EdxmlDraft draft, OutputStream out) throws IOException;

    /** The message stands in {@code out}, which is flushed and left open. */
    void write(EdxmlStatus status, OutputStream out) throws IOException;
}
