package vn.lienthong.exchange.it;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DocumentId;
import vn.lienthong.exchange.domain.edxml.Bussiness;
import vn.lienthong.exchange.domain.edxml.BussinessDocType;
import vn.lienthong.exchange.domain.edxml.Code;
import vn.lienthong.exchange.domain.edxml.DocumentType;
import vn.lienthong.exchange.domain.edxml.EdxmlDraft;
import vn.lienthong.exchange.domain.edxml.EdxmlStatus;
import vn.lienthong.exchange.domain.edxml.MessageHeader;
import vn.lienthong.exchange.domain.edxml.Organ;
import vn.lienthong.exchange.domain.edxml.OtherInfo;
import vn.lienthong.exchange.domain.edxml.OutgoingAttachment;
import vn.lienthong.exchange.domain.edxml.Priority;
import vn.lienthong.exchange.domain.edxml.PromulgationInfo;
import vn.lienthong.exchange.domain.edxml.ResponseFor;
import vn.lienthong.exchange.domain.edxml.SignerInfo;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.edxml.TraceHeader;
import vn.lienthong.exchange.domain.edxml.TraceHeaderList;
import vn.lienthong.exchange.infrastructure.edxml.WoodstoxEdxmlWriter;

/** Messages as agencies send them, one a number. */
public final class Messages {
    private static final WoodstoxEdxmlWriter WRITER = new WoodstoxEdxmlWriter();

    private Messages() {}

    /** A new công văn with that number and one small attachment. */
    public static byte[] document(int number, OrganId from, OrganId... to) {
        return document(BussinessDocType.NEW, number, "Về việc kết nối, liên thông phần mềm", from, to);
    }

    /** A document whose octets depend on the subject and the business too. */
    public static byte[] document(BussinessDocType business, int number, String subject, OrganId from, OrganId... to) {
        return change(new Bussiness(business, "", "", "0", null, List.of(), List.of()), number, subject, from, to);
    }

    /** A document that does that to an earlier one. */
    public static byte[] change(Bussiness bussiness, int number, String subject, OrganId from, OrganId... to) {
        return change(bussiness, Priority.NORMAL, number, subject, from, to);
    }

    /** A document of that urgency that does that to an earlier one. */
    public static byte[] change(
            Bussiness bussiness, Priority priority, int number, String subject, OrganId from, OrganId... to) {
        byte[] attachment = ("công văn số " + number + " " + subject).getBytes(StandardCharsets.UTF_8);
        MessageHeader header = new MessageHeader(
                Organ.of(from, "Cơ quan gửi"),
                Stream.of(to).map(one -> Organ.of(one, "Cơ quan nhận")).toList(),
                documentId(from, number),
                new Code(Integer.toString(number), "UBND-KSTT"),
                new PromulgationInfo("Bắc Kạn", LocalDate.of(2026, 11, 2)),
                new DocumentType("18", "0", "Công văn"),
                subject,
                "",
                new SignerInfo("TM. ỦY BAN NHÂN DÂN", "Chủ tịch", "Nguyễn Văn An"),
                null,
                OtherInfo.of(priority),
                List.of(),
                OptionalInt.empty(),
                List.of(),
                "",
                List.of());
        TraceHeaderList traces =
                new TraceHeaderList(bussiness, List.of(new TraceHeader(from, Instant.parse("2026-11-02T01:02:03Z"))));
        EdxmlDraft draft = new EdxmlDraft(
                header,
                traces,
                List.of(new OutgoingAttachment(
                        "a1", "cong-van.pdf", "", "application/pdf", () -> new ByteArrayInputStream(attachment))));
        return TestExchange.written(out -> WRITER.write(draft, out));
    }

    /** A new document that is khẩn. */
    public static byte[] urgent(int number, OrganId from, OrganId... to) {
        return change(Bussiness.ofNewDocument(), Priority.URGENT, number, "Khẩn", from, to);
    }

    /** The recall of the document with that number, under its own DocumentId as the field's clients send it. */
    public static byte[] recall(int number, String reason, OrganId from, OrganId... to) {
        return change(
                new Bussiness(BussinessDocType.RECALL, "", reason, "0", null, List.of(), List.of()),
                number,
                "Thu hồi",
                from,
                to);
    }

    public static DocumentId documentId(OrganId from, int number) {
        return new DocumentId(from + ",2026/11/02," + number + "/UBND-KSTT");
    }

    /** That status of the document with that number, from one agency to another. */
    public static byte[] status(StatusCode code, OrganId from, OrganId to, OrganId issuer, int number) {
        return status(code, from, to, documentId(issuer, number).value(), number);
    }

    /** As {@link #status(StatusCode, OrganId, OrganId, OrganId, int)}, naming the document by its number alone. */
    public static byte[] statusByCode(StatusCode code, OrganId from, OrganId to, int number) {
        return status(code, from, to, "", number);
    }

    private static byte[] status(StatusCode code, OrganId from, OrganId to, String documentId, int number) {
        EdxmlStatus status = new EdxmlStatus(
                Organ.of(from, "Cơ quan báo trạng thái"),
                new ResponseFor(to, number + "/UBND-KSTT", documentId, LocalDate.of(2026, 11, 2)),
                null,
                code,
                "Văn thư: " + code.code(),
                Instant.parse("2026-11-02T02:03:04Z"));
        return TestExchange.written(out -> WRITER.write(status, out));
    }
}
