package vn.lienthong.exchange.infrastructure.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.register.Binding;
import vn.lienthong.exchange.domain.register.BookId;
import vn.lienthong.exchange.domain.register.Cancellation;
import vn.lienthong.exchange.domain.register.Direction;
import vn.lienthong.exchange.domain.register.EntryColumns;
import vn.lienthong.exchange.domain.register.Extract;
import vn.lienthong.exchange.domain.register.Handover;
import vn.lienthong.exchange.domain.register.Place;
import vn.lienthong.exchange.domain.register.RegisterEntry;

/** Registers with all that can stand in them. */
final class RegisterPapers {
    private static final Instant DAY = Instant.parse("2026-01-05T02:00:00Z");
    private static final String SUBJECT =
            "Phê duyệt Đề án chuyển đổi số tỉnh Bắc Kạn giai đoạn 2026 – 2030, định hướng đến năm 2035";

    private RegisterPapers() {}

    static Extract extract(Direction direction, boolean closed) {
        Sha256Digest digest = Sha256Digest.ofHex("ab".repeat(32));
        return new Extract(
                book(direction),
                "Ủy ban nhân dân tỉnh Bắc Kạn",
                "Sở Khoa học và Công nghệ tỉnh Bắc Kạn",
                null,
                null,
                closed ? Instant.parse("2027-01-04T01:15:00Z") : null,
                closed ? new Extract.LastWords(60, digest, true) : null);
    }

    static BookId book(Direction direction) {
        return new BookId(new OrganId("H03.12"), direction, 2026);
    }

    static Iterator<RegisterEntry> entries(Direction direction, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> entry(direction, number, count))
                .iterator();
    }

    private static RegisterEntry entry(Direction direction, int number, int count) {
        boolean own = direction == Direction.OUTGOING && number > count - 5;
        boolean outgoing = direction == Direction.OUTGOING;
        LocalDate day = LocalDate.of(2026, 1, 5).plusDays(number);
        return new RegisterEntry(
                new UUID(0x0190000000007000L, 0x8000000000000000L + number),
                book(direction),
                new Place(own ? "QĐ" : "", own ? number - count + 5 : number),
                DAY.plusSeconds(86_400L * number),
                day,
                "qlvb.bac-kan",
                new EntryColumns(
                        own ? "QĐ" : "CV",
                        own ? "Quyết định" : "Công văn",
                        outgoing ? own ? "QĐ-SKHCN" : "SKHCN-VP" : number + "/SNV-VP",
                        day,
                        number % 9 == 0 ? SUBJECT.repeat(4) : "Về việc " + number + " " + SUBJECT,
                        outgoing ? "" : "Sở Nội vụ tỉnh Bắc Kạn",
                        outgoing ? "Nguyễn Thị Ngọc Ánh" : "",
                        outgoing
                                ? number == 4
                                        ? "UBND các huyện, thành phố; ".repeat(35)
                                        : "UBND tỉnh (b/c); các sở, ban, ngành; lưu: VT, VP"
                                : "",
                        outgoing ? 12 : null),
                new Handover(
                        "Văn thư", day.plusDays(1), "Hoàng Văn Bình", number % 7 == 0 ? "Gửi qua trục liên thông" : ""),
                number % 2 == 0
                        ? Binding.NONE
                        : new Binding(new DispatchId(new UUID(7, number)), Sha256Digest.ofHex("0c".repeat(32))),
                number == 3 ? new Cancellation("Người ký không đúng thẩm quyền", DAY, "qlvb.bac-kan") : null);
    }
}
