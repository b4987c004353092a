package vn.lienthong.exchange.infrastructure.edxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.lienthong.exchange.domain.edxml.Stations;
import vn.lienthong.exchange.domain.edxml.TraceHeader;

/**
 * Finds the end of the list in the octets, and writes the station before it. A message that was read and accepted has no
 * document type and stands in an encoding in which markup is ASCII, or is left as it is; so is one whose envelope is signed,
 * for nobody knows what the signature covers. Thread-safe.
 */
public final class StationSplice implements Stations {
    /** The header of a message stands before its attachments, and is far shorter. */
    private static final int LONGEST_HEADER = 1 << 20;

    @Override
    public void append(InputStream edxml, TraceHeader station, OutputStream out) throws IOException {
        byte[] head = edxml.readNBytes(LONGEST_HEADER);
        Optional<HeaderScan.EndTag> end = HeaderScan.endTag(head, "Signature").isPresent()
                ? Optional.empty()
                : HeaderScan.endTag(head, "TraceHeaderList");
        int at = end.map(HeaderScan.EndTag::offset).orElse(0);
        out.write(head, 0, at);
        if (end.isPresent()) {
            out.write(element(end.get().prefix(), station).getBytes(StandardCharsets.UTF_8));
        }
        out.write(head, at, head.length - at);
        edxml.transferTo(out);
    }

    /** @param p the prefix of the list itself with its colon, or empty: the namespace is the same then */
    private static String element(String p, TraceHeader station) {
        return "<" + p + "TraceHeader><" + p + "OrganId>" + station.organId().value() + "</" + p + "OrganId><" + p
                + "Timestamp>" + EdxmlTime.format(station.timestamp()) + "</" + p + "Timestamp></" + p + "TraceHeader>";
    }
}
