package vn.lienthong.exchange.boundary.vxp;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Reads the parameters that several operations share. */
final class VxpParameters {
    private VxpParameters() {}

    /** There is but one service; a client may leave it out. */
    static void requireServiceType(SignedRequest request) {
        if (!request.optional("servicetype").orElse(VxpRows.SERVICE_TYPE).equalsIgnoreCase(VxpRows.SERVICE_TYPE)) {
            throw SignedRequest.invalid("servicetype");
        }
    }

    static Optional<MessageType> messageType(SignedRequest request) {
        return request.optional("messagetype")
                .map(text -> MessageType.ofWireName(text).orElseThrow(() -> SignedRequest.invalid("messagetype")));
    }

    static MessageType requiredMessageType(SignedRequest request) {
        return messageType(request)
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.PARAMETER_MISSING, "messagetype")));
    }

    /** What is no id of ours is not found. */
    static DocId docId(SignedRequest request) {
        String text = request.required("docId");
        return DocId.parse(text).orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, "docId")));
    }

    /** What a received list is asked for; the whole of {@code toDate} is in it. */
    static ReceivedQuery receivedQuery(SignedRequest request, MessageType type) {
        requireServiceType(request);
        Optional<String> to = request.optional("to");
        Optional<String> organId = request.optional("organId");
        Set<OrganId> recipients = organId.map(text -> OrganIds.several("organId", text))
                .or(() -> to.map(text -> OrganIds.several("to", text)))
                .orElse(Set.of());
        return new ReceivedQuery(
                recipients, type, date(request, "fromDate", 0), date(request, "toDate", 1), page(request));
    }

    static Page page(SignedRequest request) {
        int size = number(request, "pageSize", Page.FIRST.size());
        int index = number(request, "pageIndex", Page.FIRST.index());
        if (!Page.isWellFormed(index, 1) || size < 1) {
            throw SignedRequest.invalid("pageSize");
        }
        return new Page(index, Math.min(size, Page.MOST));
    }

    private static int number(SignedRequest request, String name, int otherwise) {
        String text = request.optional(name).orElse(Integer.toString(otherwise));
        if (!text.matches("[0-9]{1,8}")) {
            throw SignedRequest.invalid(name);
        }
        return Integer.parseInt(text);
    }

    private static @Nullable Instant date(SignedRequest request, String name, int daysLater) {
        return request.optional(name)
                .map(text -> VxpTime.startOfDay(text, daysLater).orElseThrow(() -> SignedRequest.invalid(name)))
                .orElse(null);
    }
}
