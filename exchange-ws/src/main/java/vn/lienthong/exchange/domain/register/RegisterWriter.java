package vn.lienthong.exchange.domain.register;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Writes a register out. Thread-safe; no register is held in memory. */
public interface RegisterWriter {

    /**
     * The entries in their order, as a whole document.
     *
     * @throws IOException if {@code out} cannot be written to
     */
    void write(Extract extract, Iterator<RegisterEntry> entries, OutputStream out) throws IOException;
}
