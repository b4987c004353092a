package vn.lienthong.signer.evidence.verify;

import vn.lienthong.signer.text.Text;

/** What the verifier checks. Names are stable: they are given out in reports. */
public enum CheckCode {
    STRUCTURE("Cấu trúc tệp chứng cứ", "Structure of the evidence file"),
    ACCEPTANCE("Thông tin văn bản khớp mục tiếp nhận", "The dispatch is described as its acceptance entry has it"),
    ENTRY_FORM("Mục nhật ký đúng định dạng", "The entry is well-formed"),
    ENTRY_ABOUT_DISPATCH("Mục nhật ký thuộc đúng văn bản này", "The entry is about this dispatch"),
    ENTRY_INCLUDED("Mục nhật ký nằm trong cây băm đã ký", "The entry is in the sealed tree"),
    ENTRY_PLACE("Số thứ tự và liên kết chuỗi của mục", "The entry's sequence and link in the chain"),
    ENTRY_TIME("Mục có trước dấu thời gian", "The entry is older than the timestamp"),
    HEAD_FORM("Đầu cây băm đúng định dạng", "The tree head is well-formed"),
    HEAD_LINK("Các đầu cây băm nối tiếp nhau", "The tree heads follow each other"),
    LOG_NAME(
            "Tên nhật ký trong đầu cây băm, chứng thư số niêm phong và tệp là một",
            "One log is named by the tree head, the sealer's certificate and the file"),
    HEAD_TIME("Thứ tự thời gian của các đầu cây băm", "Order of the tree heads in time"),
    HEAD_SEAL("Chữ ký số trên đầu cây băm", "Digital signature over the tree head"),
    SEAL_CERTIFICATE("Chứng thư số của bên ký", "Certificate of the sealer"),
    SEAL_REVOCATION("Tình trạng thu hồi chứng thư số của bên ký", "Revocation of the sealer's certificate"),
    HEAD_TIMESTAMP("Dấu thời gian trên chữ ký", "Timestamp over the seal"),
    TIMESTAMP_CERTIFICATE("Chứng thư số của tổ chức cấp dấu thời gian", "Certificate of the time-stamping authority"),
    TIMESTAMP_REVOCATION(
            "Tình trạng thu hồi chứng thư số cấp dấu thời gian", "Revocation of the time-stamping certificate"),
    CONTENT("Nội dung văn bản khớp giá trị băm đã ghi", "The content matches the recorded digest");

    private final Text title;

    CheckCode(String vi, String en) {
        title = new Text(vi, en);
    }

    public Text title() {
        return title;
    }
}
