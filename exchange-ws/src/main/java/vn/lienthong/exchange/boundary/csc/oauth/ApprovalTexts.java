package vn.lienthong.exchange.boundary.csc.oauth;

import vn.lienthong.signer.text.Text;

/** What the pages say of requests that are answered on the official's own device. */
final class ApprovalTexts {
    static final Text TITLE = new Text("Yêu cầu chờ ký", "Requests for signatures");
    static final Text MEANS = new Text(
            "Ứng dụng gửi yêu cầu tới đây để bạn trả lời trên thiết bị của mình. Chỉ ký yêu cầu do chính bạn vừa tạo; yêu cầu lạ thì hãy từ chối.",
            "Applications send requests here for you to answer on your own device. Sign only what you asked for yourself just now; refuse what you do not know.");
    static final Text NONE = new Text("Không có yêu cầu nào đang chờ.", "Nothing is waiting.");
    static final Text LOOK_AGAIN = new Text("Xem lại danh sách", "Look again");
    static final Text ALL = new Text("Tất cả yêu cầu", "All requests");
    static final Text DOCUMENTS = new Text("số văn bản", "documents");
    static final Text UNTIL = new Text("Trả lời trước", "Answer before");
    static final Text VIETNAM_TIME = new Text("(giờ Việt Nam)", "(Vietnam time)");
    static final Text APPROVED = new Text(
            "Đã chấp thuận. Hãy quay lại ứng dụng: ứng dụng có thể ký ngay.",
            "Approved. Go back to the application: it can sign now.");
    static final Text REFUSED = new Text("Đã từ chối. Không có gì được ký.", "Refused. Nothing is signed.");

    private ApprovalTexts() {}
}
