package vn.lienthong.exchange.domain.delivery;

import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.DocumentId;

/**
 * One message recalls, updates or replaces another one, about one recipient's copy.
 *
 * @param type what it does
 * @param changeDocument the DocumentId of the message that does it
 * @param targetDocument that of the document to which it is done
 * @param party the recipient
 */
public record DispatchLink(
        BusinessType type,
        DispatchId change,
        DocumentId changeDocument,
        DispatchId target,
        DocumentId targetDocument,
        OrganId party) {}
