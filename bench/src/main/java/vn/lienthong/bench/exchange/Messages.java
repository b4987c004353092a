package vn.lienthong.bench.exchange;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lienthong.demo.edxml.Agency;
import vn.lienthong.demo.edxml.DocumentMessage;
import vn.lienthong.demo.edxml.OfficialDocument;

/**
 * edXML messages of one size to two agencies, each with a number, and so a DocumentId and a digest, of its own. Making one
 * costs a copy: the number is written into the places where the first one stands. Thread-safe.
 */
final class Messages {
    /** What the header needs beside the attachment, in octets, about. */
    private static final int FRAME = 3_000;

    private static final int FIRST = 100_000_000;

    private final byte[] template;
    private final List<Integer> places;
    private final AtomicInteger next = new AtomicInteger(FIRST);

    private Messages(byte[] template, List<Integer> places) {
        this.template = template;
        this.places = places;
    }

    /**
     * Messages of about so many octets.
     *
     * @param notation unlike that of every other series of the same server
     */
    static Messages of(int size, String notation, LocalDateTime now) {
        byte[] attachment = new byte[(size - FRAME) / 4 * 3];
        new SplittableRandom(20_260_101).nextBytes(attachment);
        OfficialDocument document = new OfficialDocument(
                Agency.BAC_KAN,
                List.of(Agency.MINISTRY, Agency.CAO_BANG),
                FIRST,
                notation,
                "Bắc Kạn",
                now.toLocalDate(),
                "đo hiệu năng tiếp nhận",
                "TM. ỦY BAN NHÂN DÂN",
                "CHỦ TỊCH",
                "Nguyễn Văn An",
                1,
                "cong-van.pdf");
        byte[] template = DocumentMessage.of(document, attachment, now);
        return new Messages(template, placesOf(template, Integer.toString(FIRST)));
    }

    /** One that there was not before. */
    byte[] next() {
        byte[] message = template.clone();
        byte[] number = Integer.toString(next.incrementAndGet()).getBytes(StandardCharsets.US_ASCII);
        for (int place : places) {
            System.arraycopy(number, 0, message, place, number.length);
        }
        return message;
    }

    int length() {
        return template.length;
    }

    private static List<Integer> placesOf(byte[] octets, String text) {
        // one character an octet
        String searched = new String(octets, StandardCharsets.ISO_8859_1);
        List<Integer> places = new ArrayList<>();
        for (int place = searched.indexOf(text); place >= 0; place = searched.indexOf(text, place + 1)) {
            places.add(place);
        }
        return places;
    }
}
