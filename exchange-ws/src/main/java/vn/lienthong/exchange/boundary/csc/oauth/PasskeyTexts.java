package vn.lienthong.exchange.boundary.csc.oauth;

import vn.lienthong.signer.text.Text;

/** What the pages say of passkeys. */
final class PasskeyTexts {
    static final Text TITLE = new Text("Khóa truy cập (passkey)", "Passkeys");
    static final Text MEANS = new Text(
            "Khóa truy cập thay cho mã xác thực một lần khi ký. Đăng ký cần mã PIN ký số và mã xác thực một lần.",
            "A passkey takes the place of the one-time password when you sign. Adding one needs your PIN and a one-time password.");
    static final Text YOURS = new Text("Khóa của bạn", "Your passkeys");
    static final Text NONE = new Text("Chưa có khóa nào.", "There is none yet.");
    static final Text ADD = new Text("Đăng ký khóa mới", "Add a passkey");
    static final Text LABEL = new Text("Tên gọi của khóa", "Name of the passkey");
    static final Text ADD_BUTTON = new Text("Đăng ký bằng thiết bị này", "Add with this device");
    static final Text SEND = new Text("Gửi", "Send");
    static final Text REMOVE = new Text("Gỡ", "Remove");
    static final Text SIGN = new Text("Ký bằng khóa truy cập", "Sign with a passkey");
    static final Text OR = new Text(
            "Thay cho mã xác thực một lần, có thể dùng khóa truy cập (vẫn cần mã PIN).",
            "In the place of the one-time password you can use a passkey (the PIN is still needed).");
    static final Text PROBLEM = new Text(
            "Thiết bị không trả lời hoặc thao tác đã bị hủy. Hãy thử lại.",
            "The device did not answer, or it was cancelled. Try again.");
    static final Text OFF = new Text("Máy chủ này không dùng khóa truy cập.", "This server uses no passkeys.");

    private PasskeyTexts() {}
}
