package vn.lienthong.signer.cli;

import vn.lienthong.signer.text.Text;

/** What the command says besides the checks' own words. */
final class Messages {
    static final Text USAGE = new Text(
            "Cách dùng: verify [--lang vi|en] --trust TỆP_HOẶC_THƯ_MỤC [--content TỆP] [--crl THƯ_MỤC] [--log TÊN] [--watched TRẠNG_THÁI --url ĐỊA_CHỈ] [--all] TỆP [VĂN_BẢN]",
            "Usage: verify [--lang vi|en] --trust FILE_OR_FOLDER [--content FILE] [--crl FOLDER] [--log NAME] [--watched STATE --url ADDRESS] [--all] FILE [DOCUMENT]");
    static final Text NO_TRUST = new Text(
            "Chưa có chứng thư số gốc tin cậy nào: hãy chỉ ra bằng --trust",
            "There is no trust anchor: name one with --trust");
    static final Text CANNOT_READ = new Text("Không đọc được tệp", "The file cannot be read");
    static final Text CHECKS_PASSED =
            new Text("%s phép kiểm tra ĐẠT (--all để xem từng phép)", "%s checks PASSED (--all shows each of them)");
    static final Text EVIDENCE_HOLDS = new Text(
            "KẾT LUẬN: tệp chứng cứ HỢP LỆ; mọi điều dưới đây đã được chứng minh.",
            "VERDICT: the evidence file is VALID; all that is listed below is proven.");
    static final Text EVIDENCE_FAILS = new Text(
            "KẾT LUẬN: tệp chứng cứ KHÔNG HỢP LỆ; không có điều gì trong tệp được coi là đã chứng minh.",
            "VERDICT: the evidence file is NOT VALID; nothing in it counts as proven.");
    static final Text EVIDENCE_OF_ANOTHER = new Text(
            "KẾT LUẬN: văn bản đưa ra KHÔNG PHẢI văn bản mà tệp chứng cứ nói đến, hoặc đã bị thay đổi; bản thân tệp chứng cứ"
                    + " không có gì sai.",
            "VERDICT: the given document is NOT the one that the evidence file is about, or was changed; the evidence file"
                    + " itself has nothing wrong.");
    static final Text EVIDENCE_UNDECIDED = new Text(
            "KẾT LUẬN: CHƯA XÁC ĐỊNH; không có gì sai, nhưng còn thiếu căn cứ ở các dòng CHƯA XÁC ĐỊNH, nên chưa có điều gì"
                    + " được coi là đã chứng minh.",
            "VERDICT: NOT DECIDED; nothing is wrong, but what the lines NOT DECIDED need is missing, so nothing counts as"
                    + " proven yet.");
    static final Text LOG = new Text("Nhật ký: %s (đúng như đã chỉ định)", "Log: %s (the one that was asked for)");
    static final Text LOG_TO_COMPARE = new Text(
            "Nhật ký: %s (chưa chỉ định bằng --log: hãy tự đối chiếu tên này)",
            "Log: %s (none was named with --log: compare this name yourself)");
    static final Text CONFIRMED = new Text(
            "  Nơi nhận %s: đã chứng minh là xác nhận đã nhận", "  Recipient %s: proven to have confirmed its receipt");
    static final Text FETCHED = new Text(
            "  Nơi nhận %s: đã chứng minh là được giao nội dung; tệp KHÔNG chứng minh nơi nhận đã xác nhận",
            "  Recipient %s: proven to have been given the content; the file does NOT prove that it confirmed");
    static final Text NOT_SHOWN_TO_ARRIVE = new Text(
            "  Nơi nhận %s: tệp KHÔNG chứng minh văn bản đã đến nơi",
            "  Recipient %s: the file does NOT prove that the dispatch arrived");
    static final Text WHAT_IS_LEFT_OPEN = new Text(
            "Điều tệp không nói đến thì chưa được chứng minh, cũng không bị bác bỏ: nhật ký có thể còn mục khác về văn bản này.",
            "What the file does not speak of is neither proven nor disproven: the log may hold further entries about the"
                    + " dispatch.");
    static final Text PASSED = new Text("ĐẠT", "PASSED");
    static final Text FAILED = new Text("KHÔNG ĐẠT", "FAILED");
    static final Text UNDECIDED = new Text("CHƯA XÁC ĐỊNH", "NOT DECIDED");
    static final Text PROVEN_BEFORE = new Text("đã có trước", "existed before");
    static final Text NOT_SIGNED = new Text("KHÔNG CÓ CHỮ KÝ SỐ", "NOT SIGNED");
    static final Text UNREADABLE = new Text("KHÔNG KIỂM TRA ĐƯỢC", "CANNOT BE CHECKED");
    static final Text VERDICT = new Text("KẾT LUẬN", "VERDICT");
    static final Text SIGNATURE = new Text("Chữ ký", "Signature");
    static final Text SIGNER = new Text("Người ký", "Signer");
    static final Text UNIT = new Text("Đơn vị quản lý", "Managing unit");
    static final Text ISSUER = new Text("Tổ chức cấp chứng thư số", "Issuer");
    static final Text SERIAL = new Text("Số chứng thư số", "Certificate serial number");
    static final Text VALIDITY = new Text("Hiệu lực chứng thư số", "Certificate validity");
    static final Text SIGNING_TIME = new Text("Thời điểm ký (do người ký khai)", "Signing time (claimed)");
    static final Text TIMESTAMP = new Text("Dấu thời gian", "Timestamp");
    static final Text INTEGRITY = new Text("Tính toàn vẹn", "Integrity");
    static final Text VALID_AT_SIGNING =
            new Text("Chứng thư số có hiệu lực khi ký", "Certificate valid at signing time");
    static final Text YES = new Text("có", "yes");
    static final Text NO = new Text("không", "no");

    private Messages() {}
}
