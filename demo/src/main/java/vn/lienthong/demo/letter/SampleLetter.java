package vn.lienthong.demo.letter;

import java.time.LocalDate;
import java.util.List;

/** The letter of the demo: a province asks a ministry and another province to connect their systems. All of it is invented. */
public final class SampleLetter {
    /** The signer whose name stands under the letter. */
    public static final String SIGNER = "Nguyễn Văn An";

    public static final String SUBJECT = "kết nối, liên thông hệ thống quản lý văn bản và điều hành";

    private SampleLetter() {}

    /** @param number số văn bản within its year */
    public static Letter of(int number, LocalDate date) {
        return new Letter(
                List.of("ỦY BAN NHÂN DÂN", "TỈNH BẮC KẠN"),
                number,
                "UBND-NC",
                "Bắc Kạn",
                date,
                SUBJECT,
                List.of("Bộ Khoa học và Công nghệ", "Ủy ban nhân dân tỉnh Cao Bằng"),
                body(date.plusDays(14)),
                List.of(
                        "Như trên",
                        "CT, các PCT UBND tỉnh",
                        "Văn phòng UBND tỉnh",
                        "Sở Khoa học và Công nghệ",
                        "Lưu: VT, NC"),
                "TM. ỦY BAN NHÂN DÂN",
                "CHỦ TỊCH",
                SIGNER,
                List.of("Văn bản mẫu để trình diễn, không có giá trị pháp lý. Mã định danh: 000.00.00.H03."));
    }

    private static List<String> body(LocalDate deadline) {
        return List.of(
                "Thực hiện Quyết định số 28/2018/QĐ-TTg ngày 12 tháng 7 năm 2018 của Thủ tướng Chính phủ về việc gửi, nhận"
                        + " văn bản điện tử giữa các cơ quan trong hệ thống hành chính nhà nước và Nghị định số"
                        + " 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư, Ủy ban nhân dân tỉnh"
                        + " Bắc Kạn đã hoàn thành nâng cấp Hệ thống quản lý văn bản và điều hành của tỉnh, sẵn sàng kết nối"
                        + " qua Trục liên thông văn bản quốc gia.",
                "Để văn bản điện tử được gửi, nhận thông suốt, đúng thể thức, có đủ chữ ký số của người có thẩm quyền và"
                        + " của cơ quan ban hành, Ủy ban nhân dân tỉnh Bắc Kạn đề nghị Quý cơ quan phối hợp thực hiện một số"
                        + " nội dung sau:",
                "1. Mở kết nối giữa hệ thống quản lý văn bản của Quý cơ quan với hệ thống của tỉnh Bắc Kạn; dữ liệu trao đổi"
                        + " theo QCVN 102:2016/BTTTT.",
                "2. Cử một đầu mối kỹ thuật và một đầu mối văn thư cùng kiểm tra việc gửi, nhận, thu hồi văn bản và việc"
                        + " phản hồi trạng thái xử lý.",
                "3. Kể từ ngày kết nối chính thức, gửi văn bản điện tử đã ký số qua Trục liên thông, không gửi kèm bản"
                        + " giấy, trừ trường hợp pháp luật có quy định khác.",
                "Đề nghị Quý cơ quan gửi danh sách đầu mối về Văn phòng Ủy ban nhân dân tỉnh Bắc Kạn trước ngày "
                        + Letter.inWords(deadline) + " để tổng hợp, triển khai.",
                "Ủy ban nhân dân tỉnh Bắc Kạn rất mong nhận được sự quan tâm, phối hợp của Quý cơ quan");
    }
}
