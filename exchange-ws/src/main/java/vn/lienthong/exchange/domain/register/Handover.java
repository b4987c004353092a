package vn.lienthong.exchange.domain.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a registered document in its agency: columns that may be filled in later.
 *
 * @param receiver đơn vị, người nhận bản lưu of an outgoing document; đơn vị hoặc người nhận of an incoming one
 * @param transferredOn ngày chuyển
 * @param receivedBy ký nhận
 * @param note ghi chú
 */
public record Handover(String receiver, @Nullable LocalDate transferredOn, String receivedBy, String note) {
    public static final Handover NONE = new Handover("", null, "", "");

    /** The same, with what the later one says: what it leaves out stays. */
    public Handover with(Handover later) {
        return new Handover(
                later.receiver.isEmpty() ? receiver : later.receiver,
                later.transferredOn == null ? transferredOn : later.transferredOn,
                later.receivedBy.isEmpty() ? receivedBy : later.receivedBy,
                later.note.isEmpty() ? note : later.note);
    }
}
