package vn.lienthong.exchange.domain.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/**
 * One business status as it was reported; entries are only ever added.
 *
 * @param dispatch the document that it speaks of
 * @param party the recipient whose copy it speaks of
 * @param reporter who reported it: the recipient, or for 13 the document's sender
 * @param description free text of the reporter, for 02 the reason; up to 500 characters
 * @param at when the reporter says it happened
 * @param recordedAt when this server took it
 * @param message the status message that reported it, or null where it was reported over REST or SOAP
 */
public record StatusEntry(
        UUID id,
        DispatchId dispatch,
        OrganId party,
        OrganId reporter,
        StatusCode status,
        String description,
        Instant at,
        Instant recordedAt,
        @Nullable DispatchId message) {}
