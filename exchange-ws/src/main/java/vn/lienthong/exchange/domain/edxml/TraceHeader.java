package vn.lienthong.exchange.domain.edxml;

import java.time.Instant;
import vn.lienthong.exchange.domain.agency.OrganId;

/** One station of a message. The timestamp has whole seconds. */
public record TraceHeader(OrganId organId, Instant timestamp) {}
