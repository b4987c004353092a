package vn.lienthong.exchange.application.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/**
 * A business status as it is reported over REST or SOAP.
 *
 * @param document the recipient's delivery id, or the dispatch id
 * @param from the reporting agency; null where the caller acts for one party of the dispatch only
 * @param description for 02 the reason, which it must have; up to 500 characters
 * @param at when it happened, or null for now
 */
public record StatusReport(
        Channel channel,
        DocId document,
        @Nullable OrganId from,
        StatusCode status,
        String description,
        @Nullable Instant at) {}
