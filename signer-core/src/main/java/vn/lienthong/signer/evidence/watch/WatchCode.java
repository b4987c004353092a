package vn.lienthong.signer.evidence.watch;

import vn.lienthong.signer.text.Text;

/**
 * What a watcher finds, the worst last. Names and exit statuses are stable: programs act on them. What comes before {@link
 * #STALE} accuses nobody.
 */
public enum WatchCode {
    CONSISTENT(0, "Nhật ký nhất quán với những gì đã thấy", "The log is consistent with what was seen before"),
    UNDECIDED(3, "Chưa xác định", "Not decided"),
    STALE(10, "Nhật ký đứng yên quá lâu", "The log has shown nothing new for too long"),
    RESEALED(
            11,
            "Một đầu cây đã công bố được niêm phong lại",
            "A head that was shown before is shown with another seal or timestamp"),
    BACK_DATED(12, "Thời gian bị lùi", "Time runs backwards: something was dated back"),
    ROLLED_BACK(13, "Nhật ký ngắn hơn trước: đã bị cắt bớt", "The log is shorter than it was: its end was cut off"),
    ENTRY_INSERTED(14, "Một mục được chèn vào sau", "An entry was put into a batch that was sealed already"),
    ENTRY_REWRITTEN(15, "Một mục đã bị sửa", "An entry of a batch that was sealed already was rewritten"),
    ENTRY_DROPPED(16, "Một mục đã bị bỏ", "An entry of a batch that was sealed already was dropped"),
    HISTORY_REBUILT(17, "Lịch sử đã bị dựng lại", "History was built anew: the log is not the one that was seen"),
    FORKED(
            18,
            "Nhật ký bị rẽ nhánh: mỗi người thấy một lịch sử",
            "The log is forked: others are shown another history"),
    NOT_SEALED(
            19,
            "Đầu cây không do khóa của nhật ký niêm phong",
            "The head is not sealed by the log's key and timestamped");

    private final int exitStatus;
    private final Text title;

    WatchCode(int exitStatus, String vi, String en) {
        this.exitStatus = exitStatus;
        title = new Text(vi, en);
    }

    public int exitStatus() {
        return exitStatus;
    }

    public Text title() {
        return title;
    }

    /** Whether the log is accused of it, and two sealed heads or their lack prove it. */
    public boolean accuses() {
        return compareTo(STALE) > 0;
    }
}
