package vn.lienthong.demo.letter;

import java.time.ZoneId;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** What a PDF says of itself: title, author, subject, and its language, which tells a screen reader how to speak. */
final class LetterMetadata {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private LetterMetadata() {}

    static void describe(PDDocument document, Letter letter) {
        document.setVersion(1.7f);
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle("Công văn số " + letter.numberAndNotation() + " V/v " + letter.subject());
        information.setAuthor(String.join(" ", letter.agencyLines()));
        information.setSubject("V/v " + letter.subject());
        information.setCreator("Liên Thông");
        Calendar created = GregorianCalendar.from(letter.date().atStartOfDay(VIETNAM));
        information.setCreationDate(created);
        information.setModificationDate(created);
        document.getDocumentCatalog().setLanguage("vi-VN");
        PDViewerPreferences preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }
}
