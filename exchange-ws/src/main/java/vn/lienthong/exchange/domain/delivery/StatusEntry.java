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
 * @param message the message that reported it (a status, or for 13 a recall), or null where it was reported over REST or
 *     SOAP
 * @param late whether it came out of order, so that what held before it still held after it
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
        @Nullable DispatchId message,
        boolean late) {

    /** The same, out of order. */
    public StatusEntry asLate() {
        return new StatusEntry(id, dispatch, party, reporter, status, description, at, recordedAt, message, true);
    }
}
