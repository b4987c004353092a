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
    STRANGE_REVOCATION_EMBEDDED(
            Verdict.INDETERMINATE,
            "Chữ ký chứa dữ liệu thu hồi (CRL, OCSP) bị hỏng hoặc không do tổ chức nào đã biết ký",
            "The signature holds revocation data (CRL, OCSP) that is damaged or that nobody known has signed"),
    CERTIFICATE_DOUBLED(
            Verdict.INVALID,
            "Chữ ký chứa hai chứng thư số khác nhau có cùng tổ chức cấp và số sê-ri",
            "The signature holds two different certificates of one issuer and serial number"),
    PART_NOT_SIGNED(
            Verdict.INVALID,
            "Chữ ký XML không bảo vệ toàn bộ tài liệu",
            "The XML signature does not cover the whole document"),

    OBJECT_NOT_SIGNED(
            Verdict.INVALID,
            "Chữ ký XML chứa nội dung (Object) không được chính chữ ký đó bảo vệ",
            "The XML signature carries content (Object) that it does not cover"),
    REFERENCE_AMBIGUOUS(
            Verdict.INVALID,
            "Mã định danh (Id) mà chữ ký tham chiếu xuất hiện nhiều lần trong tài liệu",
            "An Id that the signature refers to stands more than once in the document"),
    REFERENCE_NOT_ALLOWED(
            Verdict.INVALID,
            "Chữ ký tham chiếu nội dung theo cách không được chấp nhận",
            "The signature refers to content in a form that is not accepted"),
    TRANSFORM_NOT_ALLOWED(
            Verdict.INVALID,
            "Chữ ký dùng phép biến đổi có thể bỏ bớt hoặc thay nội dung trước khi ký",
            "The signature uses a transform that can leave content out or replace it"),
    SIGNATURE_METHOD_NOT_ALLOWED(
            Verdict.INVALID,
            "Chữ ký dùng phương thức ký hoặc chuẩn hóa không được chấp nhận",
            "The signature uses a method of signing or canonicalization that is not accepted"),
    SIGNATURE_STRUCTURE_WRONG(
            Verdict.INVALID,
            "Cấu trúc chữ ký XML không đúng quy định: thừa, thiếu hoặc lặp phần tử",
            "The structure of the XML signature is not as it must be: something is missing, doubled or too much"),
    PROPERTIES_NOT_SIGNED(
            Verdict.INVALID,
            "Các thuộc tính được ký (SignedProperties) không được chữ ký bảo vệ",
            "The signed properties are not covered by the signature"),
    UNSIGNED_PROPERTY_UNKNOWN(
            Verdict.INVALID,
            "Chữ ký chứa thuộc tính không được ký thuộc loại không rõ",
            "The signature holds an unsigned property of an unknown kind"),
    UNSIGNED_PART_NOT_CHECKED(
            Verdict.INDETERMINATE,
            "Chữ ký kèm theo thông tin không được ký mà không kiểm chứng được (tên, khóa hoặc tham chiếu chứng cứ)",
            "The signature carries unsigned information that nothing bears out (names, keys, references to evidence)"),
    KEY_INFO_NOT_ALLOWED(
            Verdict.INVALID,
            "Thông tin khóa trong chữ ký trỏ ra ngoài hoặc không được chấp nhận",
            "The key information in the signature points elsewhere or is not accepted"),
    COMMENT_IN_TEXT(
            Verdict.INVALID,
            "Chú thích XML nằm giữa nội dung chữ mà chữ ký không bảo vệ; phần mềm khác có thể đọc thiếu nội dung",
            "An XML comment that no signature covers stands within text; other programs may read half of it"),
    DETACHED_CONTENT_NOT_SIGNED(
            Verdict.INVALID,
            "Chữ ký không bảo vệ tệp nội dung được nộp kèm",
            "The signature does not cover the content that was handed in beside it"),
    SIGNATURE_NOT_JUDGED(
            Verdict.INVALID, "Tài liệu có chữ ký không đọc được", "The document holds a signature that cannot be read"),

    // CMS
    NO_SIGNED_ATTRIBUTES(
            Verdict.INDETERMINATE,
            "Chữ ký CMS không có thuộc tính được ký nên không ràng buộc chứng thư số của người ký",
            "The CMS signature has no signed attributes, so that nothing binds the signer's certificate"),
    CONTENT_IS_SIGNED_ATTRIBUTES(
            Verdict.INVALID,
            "Nội dung thực chất là tập thuộc tính của một chữ ký khác, được trình bày như nội dung được ký",
            "The content is the set of attributes of another signature, shown as signed content"),
    SIGNED_ATTRIBUTES_WRONG(
            Verdict.INVALID, "Thuộc tính được ký bị thiếu hoặc lặp lại", "A signed attribute is missing or doubled"),
    CONTENT_TYPE_WRONG(
            Verdict.INVALID,
            "Loại nội dung ghi trong chữ ký khác với loại đã được ký",
            "The content is said to be of another type than was signed"),
    SIGNING_CERTIFICATE_CONTRADICTS(
            Verdict.INVALID,
            "Chứng thư số được ký tham chiếu không phải là chứng thư số của người ký",
            "The signed reference to the signer's certificate names another one"),

    // containers
    MIMETYPE_WRONG(
            Verdict.INVALID,
            "Tệp mimetype không ghi đúng loại bộ chứa ASiC",
            "The file mimetype does not name an ASiC container"),
    MIMETYPE_MISSING(Verdict.INDETERMINATE, "Bộ chứa ASiC không có tệp mimetype", "The container has no file mimetype"),
    MIMETYPE_NOT_PLAIN(
            Verdict.INDETERMINATE,
            "Tệp mimetype không đứng đầu bộ chứa hoặc bị nén",
            "The file mimetype is not first in the container, or is compressed"),
    CONTAINER_COMMENT_NOT_SIGNED(
            Verdict.INDETERMINATE,
            "Bộ chứa ZIP có chú thích không được chữ ký bảo vệ",
            "The ZIP has a comment that no signature covers"),
    FILE_NOT_SIGNED(
            Verdict.INVALID,
            "Bộ chứa có tệp không được chữ ký nào bảo vệ",
            "The container holds a file that no signature covers"),
    SIGNATURES_COVER_DIFFERENT_FILES(
            Verdict.INDETERMINATE,
            "Các chữ ký trong bộ chứa không bảo vệ cùng các tệp",
            "The signatures of the container do not cover the same files"),
    CONTAINER_FILE_UNKNOWN(
            Verdict.INVALID, "Thư mục META-INF có tệp thuộc loại không rõ", "META-INF holds a file of an unknown kind"),
    CONTAINER_NOT_ONE_FILE(
            Verdict.INVALID,
            "Bộ chứa ASiC-S phải chứa đúng một tệp nội dung",
            "An ASiC-S container must hold exactly one file of content"),
    MANIFEST_MALFORMED(
            Verdict.INVALID,
            "Tệp kê khai hoặc tệp chữ ký trong META-INF không đọc được",
            "A manifest or signature file of META-INF cannot be read"),
    MANIFEST_DOUBTFUL(
            Verdict.INVALID,
            "Chữ ký không có tệp kê khai hoặc có nhiều tệp kê khai",
            "A signature has no manifest, or more than one"),
    NAMED_FILE_MISSING(
            Verdict.INVALID,
            "Chữ ký hoặc tệp kê khai nêu tên tệp không có trong bộ chứa",
            "A signature or manifest names a file that is not in the container"),
    FILE_NAME_AMBIGUOUS(
            Verdict.INVALID,
            "Tên tệp được ký có thể hiểu là hai tệp khác nhau",
            "The name of a signed file could mean two files"),

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
    SIGNING_CERTIFICATE_NOT_BOUND(
            Verdict.VALID,
            "Chữ ký CMS không ghi chứng thư số của người ký trong phần được ký (không phải CAdES)",
            "The CMS signature does not say within what is signed which certificate is the signer's (it is no CAdES)"),
    COMMENT_NOT_SIGNED(
            Verdict.VALID,
            "Tài liệu XML có chú thích không được chữ ký bảo vệ",
            "The XML document has comments that no signature covers"),
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
