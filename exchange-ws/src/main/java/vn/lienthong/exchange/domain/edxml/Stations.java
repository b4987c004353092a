package vn.lienthong.exchange.domain.edxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Puts the stations (trạm) that a message passes into its {@code TraceHeaderList}, and leaves every other octet as it is.
 *
 * <p>Source: QCVN 102:2016/BTTTT, TraceHeader.
 */
public interface Stations {

    /**
     * The message went out with the station behind those that it had; unchanged where it has no such list, as status messages
     * have none, or its envelope is signed.
     *
     * @param edxml a message that was accepted; read to its end and left open
     */
    void append(InputStream edxml, TraceHeader station, OutputStream out) throws IOException;
}
