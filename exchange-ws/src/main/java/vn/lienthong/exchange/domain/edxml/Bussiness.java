package vn.lienthong.exchange.domain.edxml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The business of a document (nghiệp vụ văn bản). Absent texts are empty.
 *
 * @param documentId the document that is recalled or updated; as written
 * @param paper as written: {@code 0} electronic only, {@code 1} paper follows
 * @param bussinessDocumentInfo what an update changes; only with {@link BussinessDocType#UPDATE}
 * @param replacementInfoList what a replacement replaces; only with {@link BussinessDocType#REPLACE}
 */
public record Bussiness(
        BussinessDocType bussinessDocType,
        String documentId,
        String bussinessDocReason,
        String paper,
        @Nullable BussinessDocumentInfo bussinessDocumentInfo,
        List<ReplacementInfo> replacementInfoList,
        List<StaffInfo> staffInfo) {
    public Bussiness {
        replacementInfoList = List.copyOf(replacementInfoList);
        staffInfo = List.copyOf(staffInfo);
    }

    /** A new document, by electronic way only. */
    public static Bussiness ofNewDocument() {
        return new Bussiness(BussinessDocType.NEW, "", "Văn bản điện tử mới", "0", null, List.of(), List.of());
    }
}
