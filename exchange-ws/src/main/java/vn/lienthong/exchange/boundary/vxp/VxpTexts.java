package vn.lienthong.exchange.boundary.vxp;

import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/** What the lists say of states, in the words of the field. */
final class VxpTexts {
    private VxpTexts() {}

    static String of(DeliveryState state) {
        return switch (state) {
            case INITIAL -> "Chưa nhận";
            case PROCESSING -> "Đang nhận";
            case DONE -> "Đã nhận";
            case FAIL -> "Nhận không thành công";
            case WITHDRAWN -> "Đã lấy lại trước khi nhận";
        };
    }

    static String of(StatusCode status) {
        return switch (status) {
            case ARRIVED -> "Đã đến";
            case REJECTED -> "Từ chối tiếp nhận";
            case ACCEPTED -> "Đã tiếp nhận";
            case ASSIGNED -> "Phân công xử lý";
            case PROCESSING -> "Đang xử lý";
            case FINISHED -> "Hoàn thành";
            case RECALLED -> "Lấy lại";
            case CHANGE_ACCEPTED -> "Đồng ý lấy lại hoặc cập nhật";
            case CHANGE_REJECTED -> "Từ chối lấy lại hoặc cập nhật";
        };
    }
}
