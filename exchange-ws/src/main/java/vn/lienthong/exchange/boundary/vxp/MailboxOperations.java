package vn.lienthong.exchange.boundary.vxp;

import java.util.List;
import java.util.Map;
import vn.lienthong.exchange.application.delivery.FetchedContent;
import vn.lienthong.exchange.application.delivery.Mailbox;
import vn.lienthong.exchange.application.delivery.Transport;
import vn.lienthong.exchange.application.delivery.TransportOutcome;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.SentMessage;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Lists, fetches and confirms; each answers the members beside the three that every answer has. Thread-safe. */
final class MailboxOperations {
    private final Mailbox mailbox;
    private final Transport transport;

    MailboxOperations(Mailbox mailbox, Transport transport) {
        this.mailbox = mailbox;
        this.transport = transport;
    }

    Map<String, Object> received(SignedRequest request) {
        MessageType type = VxpParameters.requiredMessageType(request);
        return Map.of(
                "data",
                mailbox.received(request.caller(), VxpParameters.receivedQuery(request, type)).stream()
                        .map(VxpRows::of)
                        .toList());
    }

    Map<String, Object> count(SignedRequest request, MessageType type) {
        return Map.of("count", mailbox.count(request.caller(), VxpParameters.receivedQuery(request, type)));
    }

    Map<String, Object> sent(SignedRequest request) {
        VxpParameters.requireServiceType(request);
        List<SentMessage> rows;
        if (request.optional("docId").isPresent()) {
            DispatchId dispatch = new DispatchId(VxpParameters.docId(request).value());
            rows = mailbox.sent(request.caller(), dispatch);
        } else {
            MessageType type = VxpParameters.requiredMessageType(request);
            rows = mailbox.sent(request.caller(), type, VxpParameters.page(request));
        }
        return Map.of("data", rows.stream().map(VxpRows::of).toList());
    }

    /** The message's octets; the caller closes them. */
    FetchedContent fetch(SignedRequest request) {
        DocId id = VxpParameters.docId(request);
        return mailbox.fetch(request.caller(), id)
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, id.toString())));
    }

    Map<String, Object> updateStatus(SignedRequest request) {
        DeliveryId delivery = new DeliveryId(VxpParameters.docId(request).value());
        DeliveryState state =
                DeliveryState.ofWireName(request.required("status")).orElseThrow(() -> SignedRequest.invalid("status"));
        return switch (transport.report(request.caller(), delivery, state)) {
            case TransportOutcome.Updated updated -> Map.of();
            case TransportOutcome.Refused refused -> throw new FailureException(refused.failure());
        };
    }
}
