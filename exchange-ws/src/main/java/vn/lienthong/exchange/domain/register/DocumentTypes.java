package vn.lienthong.exchange.domain.register;

import java.util.Map;
import java.util.Optional;

/** The kinds of administrative documents by their abbreviations. Source: Decree 30/2020/NĐ-CP, Annex III, section I. */
public final class DocumentTypes {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("NQ", "Nghị quyết"),
            Map.entry("QĐ", "Quyết định"),
            Map.entry("CT", "Chỉ thị"),
            Map.entry("QC", "Quy chế"),
            Map.entry("QyĐ", "Quy định"),
            Map.entry("TC", "Thông cáo"),
            Map.entry("TB", "Thông báo"),
            Map.entry("HD", "Hướng dẫn"),
            Map.entry("CTr", "Chương trình"),
            Map.entry("KH", "Kế hoạch"),
            Map.entry("PA", "Phương án"),
            Map.entry("ĐA", "Đề án"),
            Map.entry("DA", "Dự án"),
            Map.entry("BC", "Báo cáo"),
            Map.entry("BB", "Biên bản"),
            Map.entry("TTr", "Tờ trình"),
            Map.entry("HĐ", "Hợp đồng"),
            Map.entry("CV", "Công văn"),
            Map.entry("CĐ", "Công điện"),
            Map.entry("BGN", "Bản ghi nhớ"),
            Map.entry("BTT", "Bản thỏa thuận"),
            Map.entry("GUQ", "Giấy ủy quyền"),
            Map.entry("GM", "Giấy mời"),
            Map.entry("GGT", "Giấy giới thiệu"),
            Map.entry("GNP", "Giấy nghỉ phép"),
            Map.entry("PG", "Phiếu gửi"),
            Map.entry("PC", "Phiếu chuyển"),
            Map.entry("PB", "Phiếu báo"));

    private DocumentTypes() {}

    /** The kind's name, or empty for one that the annex does not name. */
    public static Optional<String> name(String abbreviation) {
        return Optional.ofNullable(NAMES.get(abbreviation));
    }
}
