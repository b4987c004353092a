package vn.lienthong.exchange.domain.edxml;

import java.util.List;
import vn.lienthong.exchange.domain.agency.OrganId;

/**
 * What an update changes.
 *
 * @param documentInfo whether the document or its metadata changed
 * @param documentReceiver whether the list of receivers changed
 */
public record BussinessDocumentInfo(boolean documentInfo, boolean documentReceiver, List<Receiver> receiverList) {
    public BussinessDocumentInfo {
        receiverList = List.copyOf(receiverList);
    }

    /**
     * One changed receiver.
     *
     * @param receiverType as written: {@code 0} or {@code 1}
     */
    public record Receiver(OrganId organId, String receiverType) {}
}
