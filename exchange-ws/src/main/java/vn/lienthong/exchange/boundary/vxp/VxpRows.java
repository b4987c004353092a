package vn.lienthong.exchange.boundary.vxp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.delivery.ReceivedMessage;
import vn.lienthong.exchange.domain.delivery.SentMessage;
import vn.lienthong.exchange.domain.dispatch.Dispatch;

/** The rows of the lists. A member without a value is left out: the field's clients break on null. */
final class VxpRows {
    static final String SERVICE_TYPE = "eDoc";

    private VxpRows() {}

    static Map<String, Object> of(ReceivedMessage message) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("docId", message.id().toString());
        row.put("serviceType", SERVICE_TYPE);
        row.put("messageType", message.dispatch().type().wireName());
        row.put("created_time", VxpTime.inAnswers(message.createdAt()));
        row.put("updated_time", VxpTime.inAnswers(message.updatedAt()));
        row.put("from", message.dispatch().sender().value());
        row.put("to", message.recipient().value());
        row.put("status", message.state().wireName());
        row.put("status_desc", VxpTexts.of(message.state()));
        return row;
    }

    static Map<String, Object> of(SentMessage message) {
        Dispatch dispatch = message.dispatch();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("serviceType", SERVICE_TYPE);
        row.put("messageType", dispatch.type().wireName());
        row.put("fromCode", dispatch.sender().value());
        row.put("toCode", message.recipient().value());
        row.put("senderDocId", dispatch.id().toString());
        row.put("receiverDocId", message.delivery().toString());
        row.put("title", dispatch.subject());
        row.put("notation", dispatch.code().toString());
        row.put("sentTime", VxpTime.inAnswers(dispatch.acceptedAt()));
        putIfAny(row, "receivedTime", message.receivedAt() == null ? null : VxpTime.inAnswers(message.receivedAt()));
        row.put("sendStatus", "done");
        row.put("sendStatusDesc", "Đã gửi");
        row.put("receiveStatus", receiveStatus(message.state()));
        row.put(
                "receiveStatusDesc",
                message.latestStatus() == null ? VxpTexts.of(message.state()) : VxpTexts.of(message.latestStatus()));
        return row;
    }

    /** The protocol knows four states: what was taken back before it was received will not be received. */
    private static String receiveStatus(DeliveryState state) {
        return (state == DeliveryState.WITHDRAWN ? DeliveryState.FAIL : state).wireName();
    }

    static void putIfAny(Map<String, Object> row, String name, @Nullable String value) {
        if (value != null) {
            row.put(name, value);
        }
    }
}
