package vn.lienthong.exchange.boundary.csc.oauth;

import java.util.List;
import vn.lienthong.signer.text.Text;

/** What the pages say. */
final class PageTexts {
    static final Text TITLE = new Text("Ký số từ xa", "Remote signing");
    static final Text OTHER_LANGUAGE = new Text("English", "Tiếng Việt");
    static final Text SIGN_IN = new Text("Đăng nhập để tiếp tục", "Sign in to go on");
    static final Text ASKED_BY = new Text("Ứng dụng yêu cầu", "Asked by the application");
    static final Text ACCOUNT = new Text("Tên tài khoản", "Account name");
    static final Text ACCESS_CODE = new Text("Mã truy cập", "Access code");
    static final Text SIGN_IN_BUTTON = new Text("Đăng nhập", "Sign in");
    static final Text SIGNED_IN_AS = new Text("Đang đăng nhập", "Signed in as");
    static final Text SIGN_OUT = new Text("Đăng xuất", "Sign out");
    static final Text SERVICE =
            new Text("Cho phép ứng dụng sử dụng dịch vụ ký số?", "Let the application use the service?");
    static final Text SERVICE_MEANS = new Text(
            "Ứng dụng sẽ xem được danh sách chứng thư số của bạn và gửi yêu cầu ký. Mỗi lần ký vẫn cần mã PIN và mã xác thực một lần của bạn.",
            "The application will see your certificates and may ask for signatures. Each signing still needs your PIN and one-time password.");
    static final Text ALLOW = new Text("Cho phép", "Allow");
    static final Text DENY = new Text("Từ chối", "Deny");
    static final Text AUTHORIZE = new Text("Xác nhận ký số", "Authorise signatures");
    static final Text CERTIFICATE = new Text("Chứng thư số", "Certificate");
    static final Text COUNT = new Text("Số văn bản sẽ ký", "Documents to be signed");
    static final Text KIND = new Text("Loại văn bản", "Kind of documents");
    static final Text MORE = new Text(
            "Yêu cầu cho phép ký thêm văn bản chưa nêu ở đây:",
            "More documents may be signed that are not named here:");
    static final Text HASHES = new Text("Giá trị băm của từng văn bản", "Hash of each document");
    static final Text COMPARE = new Text(
            "Chỉ ký khi các giá trị này trùng với giá trị ứng dụng hiển thị.",
            "Sign only if these are what the application shows.");
    static final Text PIN = new Text("Mã PIN ký số", "Signing PIN");
    static final Text ONE_TIME_PASSWORD = new Text("Mã xác thực một lần (6 chữ số)", "One-time password (6 digits)");
    static final Text SIGN = new Text("Ký", "Sign");
    static final Text ERROR = new Text("Không thể tiếp tục", "This cannot go on");
    static final Text BAD_REQUEST = new Text(
            "Yêu cầu của ứng dụng không hợp lệ hoặc đã hết hạn. Hãy quay lại ứng dụng và thử lại.",
            "The application's request is not valid or has expired. Go back to the application and try again.");
    static final Text FORM_STALE = new Text(
            "Trang đã hết hạn hoặc trình duyệt chặn cookie. Hãy thử lại.",
            "The page is too old, or the browser blocks cookies. Try again.");
    static final Text WORDS = new Text("Chữ ký sẽ ghi", "The signature will say");
    /** In the order in which the words are told. */
    static final List<Text> WORDS_EACH = List.of(
            new Text("Người ký", "Signer"),
            new Text("Lý do", "Reason"),
            new Text("Nơi ký", "Place"),
            new Text("Liên hệ", "Contact"));

    static final Text AGAIN = new Text("Mở lại trang", "Open the page again");
    static final Text SIGN_IN_FAILED =
            new Text("Tên tài khoản hoặc mã truy cập không đúng.", "The account name or the access code is wrong.");

    private PageTexts() {}
}
