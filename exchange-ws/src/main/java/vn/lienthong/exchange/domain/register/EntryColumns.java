package vn.lienthong.exchange.domain.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says of its document: what the decree's form has a column for. A text that is not known is empty.
 *
 * @param kind abbreviation of the kind of document, such as {@code QĐ}; empty where it was not told
 * @param typeName tên loại, such as {@code Quyết định}
 * @param notation ký hiệu; of an incoming document its number too, as its author gave it
 * @param documentDate ngày tháng văn bản
 * @param subject trích yếu nội dung
 * @param author tác giả; of incoming documents alone
 * @param signer người ký; of outgoing documents alone
 * @param recipients nơi nhận văn bản; of outgoing documents alone
 * @param copies số lượng bản; of outgoing documents alone
 */
public record EntryColumns(
        String kind,
        String typeName,
        String notation,
        @Nullable LocalDate documentDate,
        String subject,
        String author,
        String signer,
        String recipients,
        @Nullable Integer copies) {
    public static final int LONGEST_SUBJECT = 500;
    public static final int LONGEST_RECIPIENTS = 1000;

    /** Kind and subject, as they share a column: tên loại và trích yếu nội dung. */
    public String typeAndSubject() {
        return typeName.isEmpty() ? subject : typeName + ": " + subject;
    }
}
