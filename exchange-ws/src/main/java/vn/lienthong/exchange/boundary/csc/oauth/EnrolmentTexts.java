package vn.lienthong.exchange.boundary.csc.oauth;

import vn.lienthong.signer.text.Text;

/** What the page says on which officials choose PIN and authenticator. */
final class EnrolmentTexts {
    static final Text TITLE = new Text("Mã PIN và ứng dụng xác thực", "PIN and authenticator app");
    static final Text MEANS = new Text(
            "Nhập mã đăng ký mà người vận hành đã trao cho bạn, rồi tự chọn mã PIN ký số. Không ai khác cần biết mã PIN này.",
            "Enter the enrolment code that the operator gave you, and choose your signing PIN. Nobody else needs to know it.");
    static final Text ENDS = new Text(
            "Khi đăng ký xong, mã PIN, ứng dụng xác thực và khóa truy cập cũ hết hiệu lực.",
            "Once this is done, the PIN, authenticator and passkeys of before are worth nothing.");
    static final Text CODE = new Text("Mã đăng ký", "Enrolment code");
    static final Text NEW_PIN = new Text("Mã PIN ký số mới (6 đến 16 chữ số)", "New signing PIN (6 to 16 digits)");
    static final Text PIN_AGAIN = new Text("Nhập lại mã PIN", "The PIN once more");
    static final Text GO_ON = new Text("Tiếp tục", "Go on");
    static final Text PINS_DIFFER = new Text("Hai lần nhập mã PIN không giống nhau.", "The two PINs are not the same.");
    static final Text SCAN = new Text("Quét mã bằng ứng dụng xác thực", "Scan this with an authenticator app");
    static final Text ONCE = new Text(
            "Mã này chỉ hiện một lần. Đừng chụp ảnh hay gửi cho ai: ai có mã này có yếu tố xác thực thứ hai của bạn.",
            "It is shown this once. Take no picture of it and send it to nobody: who has it has your second factor.");
    static final Text PICTURE = new Text("Mã QR cho ứng dụng xác thực", "QR code for an authenticator app");
    static final Text BY_HAND = new Text(
            "Nếu không quét được, hãy nhập khóa này (theo thời gian, 6 chữ số, 30 giây):",
            "If it cannot be scanned, type this key (by time, 6 digits, 30 seconds):");
    static final Text FIRST = new Text(
            "Mã xác thực một lần đang hiện trong ứng dụng (6 chữ số)",
            "The one-time password that the app shows (6 digits)");
    static final Text FINISH = new Text("Hoàn tất", "Finish");
    static final Text ONCE_MORE = new Text(
            "Mã QR không hiện lại. Hãy nhập mã đang hiện trong ứng dụng, hoặc bắt đầu lại.",
            "The QR code is not shown again. Enter what the app shows now, or begin again.");
    static final Text BEGIN_AGAIN = new Text("Bắt đầu lại", "Begin again");
    static final Text DONE = new Text(
            "Đã đăng ký xong. Từ bây giờ bạn ký bằng mã PIN này và mã trong ứng dụng.",
            "Done. From now on you sign with this PIN and what the app shows.");

    private EnrolmentTexts() {}
}
