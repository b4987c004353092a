package vn.lienthong.exchange.domain.edxml;

import java.util.List;

/** Where a message has been, and what it does to earlier ones. */
public record TraceHeaderList(Bussiness bussiness, List<TraceHeader> traceHeaders) {
    public TraceHeaderList {
        traceHeaders = List.copyOf(traceHeaders);
    }
}
