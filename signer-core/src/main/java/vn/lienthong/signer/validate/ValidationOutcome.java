package vn.lienthong.signer.validate;

import vn.lienthong.signer.text.Text;

/** What came of asking whether a document is validly signed. Only {@link Judged} with {@link Verdict#VALID} is a yes. */
public sealed interface ValidationOutcome {

    /** The document holds at least one signature, and this is what they are worth. */
    record Judged(SignatureReport report) implements ValidationOutcome {}

    /** The document can be read and holds no signature at all. */
    record NotSigned(DocumentFormat format) implements ValidationOutcome {}

    /** The document was not judged, for this reason. */
    record Unreadable(Reason reason) implements ValidationOutcome {}

    /** Why a document was not judged. */
    enum Reason {
        FORMAT_UNKNOWN(
                "Tệp không thuộc định dạng được hỗ trợ (PDF, XML, CMS, ASiC)",
                "The file is of no supported format (PDF, XML, CMS, ASiC)"),
        MALFORMED("Tệp bị hỏng hoặc sai định dạng", "The file is damaged or malformed"),
        ENCRYPTED("Tệp được đặt mật khẩu hoặc mã hóa nên không đọc được", "The file is encrypted and cannot be read"),
        TOO_LARGE("Tệp vượt quá giới hạn kích thước", "The file passes the size limit"),
        HOSTILE_XML(
                "Tệp XML có DTD hoặc vượt quá giới hạn về cấu trúc",
                "The XML has a DTD or passes the limits of structure"),
        HOSTILE_ZIP(
                "Tệp ZIP giải nén quá lớn hoặc có quá nhiều mục",
                "The ZIP unpacks to too much or has too many entries"),
        ZIP_NAMES_DOUBLED(
                "Tệp ZIP có các mục trùng tên hoặc tên chỉ khác chữ hoa, chữ thường hay cách mã hóa dấu",
                "The ZIP has entries of one name, or of names that differ only in case or in the encoding of marks"),
        ZIP_NAME_UNSAFE(
                "Tệp ZIP có mục mà tên dẫn ra ngoài thư mục hoặc hiển thị sai",
                "The ZIP has an entry whose name leads out of its folder or shows as another"),
        ZIP_AMBIGUOUS(
                "Cấu trúc tệp ZIP mâu thuẫn: mỗi phần mềm có thể đọc ra các tệp khác nhau",
                "The structure of the ZIP contradicts itself: programs may see different files in it");

        private final Text text;

        Reason(String vi, String en) {
            text = new Text(vi, en);
        }

        public Text text() {
            return text;
        }
    }
}
