package vn.lienthong.signer.cli;

import vn.lienthong.signer.text.Text;

/** What the watching commands say besides what they find. */
final class WatchMessages {
    static final Text USAGE = new Text(
            "Cách dùng: watch [--lang vi|en] --trust TỆP_HOẶC_THƯ_MỤC [--crl THƯ_MỤC] --log TÊN --url ĐỊA_CHỈ --state TỆP"
                    + " [--stale PHÚT] [--every GIÂY] [TỆP_BẰNG_CHỨNG_HOẶC_TRẠNG_THÁI_CỦA_NGƯỜI_KHÁC…]",
            "Usage: watch [--lang vi|en] --trust FILE_OR_FOLDER [--crl FOLDER] --log NAME --url ADDRESS --state FILE"
                    + " [--stale MINUTES] [--every SECONDS] [EVIDENCE_OR_ANOTHERS_STATE…]");
    static final Text CANNOT_ASK = new Text("Không hỏi được nhật ký", "The log cannot be asked");
    static final Text CANNOT_KEEP = new Text("Không ghi được trạng thái", "What was seen cannot be kept");
    static final Text FIRST_LOOK = new Text(
            "Lần xem đầu tiên: từ nay mọi thay đổi phía trước lô này sẽ bị phát hiện",
            "The first look: from now on no change before this batch goes unseen");
    static final Text SEEN = new Text("Đã thấy: %s", "Seen: %s");
    static final Text PROOF_KEPT = new Text(
            "Hai đầu cây mâu thuẫn nhau, đều do khóa của nhật ký niêm phong, được giữ tại",
            "The heads that prove it, as the log's key sealed them, are kept in");
    static final Text WATCHED = new Text(
            "Các đầu cây của tệp nằm trong nhật ký đã được theo dõi",
            "The heads of the file are in the log that was watched");
    static final Text NOT_WATCHED = new Text(
            "Các đầu cây của tệp KHÔNG nằm trong nhật ký đã được theo dõi",
            "The heads of the file are NOT in the log that was watched");
    static final Text ARCHIVE_USAGE = new Text(
            "Cách dùng: archive [--lang vi|en] --trust TỆP_HOẶC_THƯ_MỤC [--crl THƯ_MỤC] [--log TÊN] [--json TỆP] THƯ_MỤC",
            "Usage: archive [--lang vi|en] --trust FILE_OR_FOLDER [--crl FOLDER] [--log NAME] [--json FILE] FOLDER");
    static final Text ARCHIVE_SUMMARY = new Text(
            "Tổng cộng %s tệp bằng chứng: %s hợp lệ, %s không hợp lệ, %s chưa xác định, %s không đọc được; %s tệp khác bị bỏ qua",
            "%s evidence files in all: %s valid, %s not valid, %s not decided, %s unreadable; %s other files left out");
    static final Text ARCHIVE_FORK = new Text(
            "Nhật ký bị rẽ nhánh: hai tệp hợp lệ có lô %s khác nhau: %s và %s",
            "The log is forked: two valid files have different batches %s: %s and %s");

    private WatchMessages() {}

    static String format(String text, Object... values) {
        return String.format(java.util.Locale.ROOT, text, values);
    }
}
