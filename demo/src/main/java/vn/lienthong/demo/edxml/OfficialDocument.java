package vn.lienthong.demo.edxml;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A document to be sent, by what a register says of it.
 *
 * @param number số, and {@code notation}: ký hiệu
 * @param fileName of the attachment
 */
public record OfficialDocument(
        Agency from,
        List<Agency> to,
        int number,
        String notation,
        String place,
        LocalDate date,
        String subject,
        String authority,
        String position,
        String signer,
        int pages,
        String fileName) {
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);

    public OfficialDocument {
        to = List.copyOf(to);
    }

    public String numberAndNotation() {
        return number + "/" + notation;
    }

    /** Issuer, date, number and notation, as the axis's field practice has it. */
    public String documentId() {
        return from.organId() + "," + DATE.format(date) + "," + numberAndNotation();
    }
}
