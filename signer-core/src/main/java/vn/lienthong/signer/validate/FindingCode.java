package vn.lienthong.signer.validate;

import vn.lienthong.signer.text.Text;

/** Everything that can be found, each with what it is worth. Names are stable: they are given out in reports. */
public enum FindingCode {
    // the document as a whole
    CHANGED_AFTER_SIGNING(
            Verdict.INVALID,
            "Văn bản đã bị thay đổi sau khi ký: dữ liệu sau phần được ký không phải là bản cập nhật PDF chính xác",
            "The document was changed after signing: what follows the signed part is no exact update of the PDF"),
    SIGNED_REVISION_UNREADABLE(
            Verdict.INDETERMINATE,
            "Không đọc được chính xác bản PDF đã ký nên không so sánh được với những thay đổi sau đó",
            "The signed revision of the PDF cannot be read exactly, so that later changes cannot be compared with it"),
    SIGNATURE_HIDDEN(
            Verdict.INDETERMINATE,
            "Trong tệp còn dấu vết của một chữ ký mà tài liệu không hiển thị",
            "The file holds traces of a signature that the document does not show"),
    PAGE_CHANGED(
            Verdict.INVALID, "Nội dung trang đã bị thay đổi sau khi ký", "What a page shows was changed after signing"),
    ANNOTATION_CHANGED(
            Verdict.INVALID,
            "Chú thích trên trang đã bị thêm, sửa hoặc xóa sau khi ký",
            "An annotation was added, changed or removed after signing"),
    FIELD_CHANGED(
            Verdict.INVALID,
            "Trường biểu mẫu đã bị thay đổi trái phép sau khi ký",
            "A form field was changed after signing in a way that is not permitted"),
    SIGNATURE_NOT_PERMITTED(
            Verdict.INVALID,
            "Có chữ ký được thêm sau mà chữ ký trước không cho phép, hoặc không ký đúng phiên bản của nó",
            "A signature was added that an earlier one does not permit, or that does not sign its own revision"),
    ACTION_CHANGED(
            Verdict.INVALID,
            "Kịch bản hoặc hành động tự động đã bị thêm hoặc sửa sau khi ký",
            "A script or an action was added or changed after signing"),
    STRUCTURE_CHANGED(
            Verdict.INVALID,
            "Cấu trúc tài liệu PDF đã bị thay đổi sau khi ký",
            "The structure of the PDF was changed after signing"),
    METADATA_CHANGED(
            Verdict.INVALID,
            "Thông tin mô tả tài liệu (tiêu đề, tác giả…) đã bị thay đổi sau khi ký",
            "The description of the document (title, author…) was changed after signing"),
    HIDDEN_OBJECT_ADDED(
            Verdict.INVALID,
            "Có đối tượng ẩn, không thuộc phần nào của tài liệu, được thêm sau khi ký",
            "An object that belongs to no part of the document was added after signing"),
    CHANGE_NOT_DECIDED(
            Verdict.INDETERMINATE,
            "Có thay đổi sau khi ký mà không xác định được có làm sai lệch nội dung hay không; cần người xem xét",
            "There is a change after signing of which it cannot be told whether it misleads; a person has to look at it"),
    BYTE_RANGE_MALFORMED(
            Verdict.INVALID,
            "Vùng byte được ký trong PDF không đúng quy định",
            "The signed byte range of the PDF is not as it must be"),
    SIGNATURE_PADDING_NOT_EMPTY(
            Verdict.INVALID,
            "Vùng đệm sau chữ ký trong PDF chứa dữ liệu lạ",
            "The padding behind the signature in the PDF holds data"),
    SIGNATURE_CONTAINER_NOT_CANONICAL(
            Verdict.INVALID,
            "Cấu trúc chữ ký (CMS) đã bị sửa hoặc không được mã hóa theo quy định",
            "The signature's container (CMS) was altered or is not encoded as it must be"),
    STRANGE_CERTIFICATE_EMBEDDED(
            Verdict.INDETERMINATE,
            "Chữ ký chứa một chứng thư số bị hỏng hoặc không thuộc đường dẫn chứng thực nào",
            "The signature holds a certificate that is damaged or belongs to no path"),
    PART_NOT_SIGNED(
            Verdict.INVALID,
            "Chữ ký XML không bảo vệ toàn bộ tài liệu",
            "The XML signature does not cover the whole document"),

    // one signature
    DATA_CHANGED(Verdict.INVALID, "Nội dung được ký đã bị thay đổi", "The signed content was changed"),
    SIGNATURE_VALUE_WRONG(
            Verdict.INVALID,
            "Giá trị chữ ký không khớp với khóa công khai của người ký",
            "The signature value does not fit the signer's public key"),
    FORMAT_FAILURE(Verdict.INVALID, "Chữ ký không đúng định dạng", "The signature is malformed"),
    PDF_CHANGED_AGAINST_PERMISSION(
            Verdict.INVALID,
            "PDF có thay đổi mà chữ ký không cho phép",
            "The PDF has changes that the signature does not permit"),
    CERTIFICATE_REVOKED(
            Verdict.INVALID, "Chứng thư số của người ký đã bị thu hồi", "The signer's certificate is revoked"),
    CERTIFICATE_EXPIRED(
            Verdict.INVALID,
            "Chứng thư số đã hết hạn trước thời điểm ký được chứng minh",
            "The certificate had expired before the proven time of signing"),
    CERTIFICATE_NOT_YET_VALID(
            Verdict.INVALID,
            "Chứng thư số chưa có hiệu lực tại thời điểm ký",
            "The certificate was not yet valid at the time of signing"),
    SIGNED_DATA_NOT_FOUND(Verdict.INDETERMINATE, "Không tìm thấy dữ liệu được ký", "The signed data was not found"),
    SIGNING_CERTIFICATE_NOT_FOUND(
            Verdict.INDETERMINATE,
            "Không tìm thấy chứng thư số của người ký",
            "The signer's certificate was not found"),
    NO_TRUST_PATH(
            Verdict.INDETERMINATE,
            "Chứng thư số không dẫn đến tổ chức chứng thực được tin cậy",
            "The certificate leads to no trusted authority"),
    CHAIN_CONSTRAINTS_FAILURE(
            Verdict.INDETERMINATE,
            "Đường dẫn chứng thực không đáp ứng quy định",
            "The certification path does not meet the requirements"),
    REVOCATION_UNKNOWN(
            Verdict.INDETERMINATE,
            "Không lấy được tình trạng thu hồi của chứng thư số",
            "The revocation status of the certificate could not be had"),
    EXPIRED_WITHOUT_PROOF(
            Verdict.INDETERMINATE,
            "Chứng thư số đã hết hạn và không có dấu thời gian chứng minh đã ký trước đó",
            "The certificate has expired, and no timestamp proves that it was signed before"),
    REVOKED_WITHOUT_PROOF(
            Verdict.INDETERMINATE,
            "Chứng thư số đã bị thu hồi và không chứng minh được đã ký trước thời điểm đó",
            "The certificate is revoked, and nothing proves that it was signed before"),
    WEAK_CRYPTOGRAPHY(
            Verdict.INDETERMINATE,
            "Thuật toán hoặc độ dài khóa không được chấp nhận",
            "An algorithm or key length is not accepted"),
    SIGNATURE_CONSTRAINTS_FAILURE(
            Verdict.INDETERMINATE,
            "Chữ ký không đáp ứng chính sách kiểm tra",
            "The signature does not meet the validation policy"),
    TIMESTAMP_NOT_VALID(Verdict.INDETERMINATE, "Dấu thời gian không hợp lệ", "A timestamp is not valid"),
    TIMESTAMP_ORDER_WRONG(
            Verdict.INDETERMINATE, "Thứ tự các dấu thời gian không hợp lý", "The timestamps are in no possible order"),
    NOT_DECIDED(Verdict.INDETERMINATE, "Không đủ căn cứ để kết luận", "There is not enough to decide it"),

    // for information
    SIGNED_LATER(Verdict.VALID, "Được ký thêm sau đó", "Signed again later"),
    TIMESTAMPED_LATER(Verdict.VALID, "Được thêm dấu thời gian lưu trữ sau đó", "Given a document timestamp later"),
    FILLED_LATER(
            Verdict.VALID,
            "Biểu mẫu được điền sau khi ký, trong phạm vi chữ ký cho phép",
            "The form was filled in after signing, as the signature permits"),
    VALIDATION_DATA_ADDED(
            Verdict.VALID,
            "Dữ liệu kiểm tra (chứng thư số, CRL, OCSP) được thêm sau khi ký",
            "Validation data (certificates, CRLs, OCSP) was added after signing"),
    APPEARANCE_OVERLAPS(
            Verdict.VALID,
            "Hình ảnh chữ ký hoặc con dấu chồng lên nhau, đúng như Nghị định 30/2020/NĐ-CP quy định với con dấu của cơ quan",
            "Signature pictures overlap, as Decree 30/2020 lays down for an agency's seal"),
    NO_TIMESTAMP(
            Verdict.VALID,
            "Chữ ký không có dấu thời gian; thời điểm ký chỉ do người ký khai",
            "The signature has no timestamp; the time of signing is only the signer's word"),
    NOTE(Verdict.VALID, "Lưu ý", "Note");

    private final Verdict worth;
    private final Text text;

    FindingCode(Verdict worth, String vi, String en) {
        this.worth = worth;
        this.text = new Text(vi, en);
    }

    /** The best verdict that a document with this finding can get. */
    public Verdict worth() {
        return worth;
    }

    public Text text() {
        return text;
    }
}
