package vn.lienthong.exchange.application.dispatch;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.edxml.Attachment;

/**
 * A message that passed every check that needs no lock: what is to be recorded.
 *
 * @param recipients each recipient's delivery, by present identifier
 * @param status what a status message says of a document that is known here, or null
 */
record NewDispatch(
        Dispatch dispatch,
        SortedMap<OrganId, DeliveryId> recipients,
        List<Attachment> attachments,
        @Nullable StatusEntry status) {}
