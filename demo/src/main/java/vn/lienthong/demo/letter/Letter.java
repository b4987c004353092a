package vn.lienthong.demo.letter;

import java.time.LocalDate;
import java.util.List;

/**
 * What an official letter says, in the terms of Decree 30/2020/NĐ-CP, Annex I.
 *
 * @param agencyLines the issuing agency's name, a line each (box 2)
 * @param number and {@code notation}: số và ký hiệu (box 3)
 * @param subject trích yếu without its "V/v" (box 5b)
 * @param addressees kính gửi (box 9a)
 * @param body paragraphs; the last one gets the closing mark ./.
 * @param recipients nơi nhận, without dashes and end marks (box 9b)
 * @param authority quyền hạn, such as "TM. ỦY BAN NHÂN DÂN", and {@code title}: chức vụ (box 7a)
 * @param fullName of the signer (box 7b)
 * @param footer the agency's address (box 11), a line each
 */
public record Letter(
        List<String> agencyLines,
        int number,
        String notation,
        String place,
        LocalDate date,
        String subject,
        List<String> addressees,
        List<String> body,
        List<String> recipients,
        String authority,
        String title,
        String fullName,
        List<String> footer) {
    public Letter {
        agencyLines = List.copyOf(agencyLines);
        addressees = List.copyOf(addressees);
        body = List.copyOf(body);
        recipients = List.copyOf(recipients);
        footer = List.copyOf(footer);
    }

    /** Such as {@code 1234/UBND-NC}. */
    public String numberAndNotation() {
        return twoDigits(number) + "/" + notation;
    }

    String placeAndDate() {
        return place + ", ngày " + inWords(date);
    }

    /** Days below ten, and the first two months, are written with a zero. Source: Decree 30/2020/NĐ-CP, Annex I, box 4. */
    static String inWords(LocalDate date) {
        int month = date.getMonthValue();
        return twoDigits(date.getDayOfMonth())
                + " tháng " + (month < 3 ? twoDigits(month) : Integer.toString(month))
                + " năm " + date.getYear();
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
