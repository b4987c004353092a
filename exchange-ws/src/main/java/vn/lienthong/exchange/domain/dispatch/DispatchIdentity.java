package vn.lienthong.exchange.domain.dispatch;

import vn.lienthong.exchange.domain.agency.OrganId;

/**
 * What makes two messages the same one: the database keeps it unique.
 *
 * @param variant empty for a new document, so that its DocumentId is taken once; the digest of the octets for whatever
 *     may carry an earlier document's id: recalls, updates, replacements and statuses
 */
public record DispatchIdentity(OrganId sender, MessageType type, DocumentId documentId, String variant) {

    public static DispatchIdentity of(Dispatch dispatch) {
        boolean repeatable =
                dispatch.type() == MessageType.STATUS || dispatch.businessType().mayRepeatDocumentId();
        return new DispatchIdentity(
                dispatch.sender(),
                dispatch.type(),
                dispatch.documentId(),
                repeatable ? dispatch.content().digest().hex() : "");
    }
}
