package vn.lienthong.exchange.boundary.vxp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DocumentId;
import vn.lienthong.exchange.domain.edxml.Bussiness;
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

/** Messages between the agencies of the demonstration's directory, as files. */
public final class SampleEdoc {
    public static final String BAC_KAN = "000.00.00.H03";
    public static final String MINISTRY = "000.00.00.G06";
    public static final String CAO_BANG = "000.00.00.H14";

    private SampleEdoc() {}

    /** A document of Bắc Kạn to the ministry and Cao Bằng, the latter by another of its codes. */
    public static Path document(Path file, String number, int attachmentLength) throws IOException {
        byte[] content = new byte[attachmentLength];
        Arrays.fill(content, (byte) '%');
        LocalDate date = LocalDate.of(2026, 11, 20);
        MessageHeader header = new MessageHeader(
                organ(BAC_KAN, "Ủy ban nhân dân tỉnh Bắc Kạn"),
                List.of(organ(MINISTRY, "Bộ Khoa học và Công nghệ"), organ("H14", "Ủy ban nhân dân tỉnh Cao Bằng")),
                new DocumentId(documentId(number)),
                new Code(number, "UBND-VP"),
                new PromulgationInfo("Bắc Kạn", date),
                new DocumentType("18", "0", "Công văn"),
                "V/v liên thông văn bản điện tử",
                "",
                new SignerInfo("TM. ỦY BAN NHÂN DÂN", "Chủ tịch", "Nguyễn Văn An"),
                null,
                OtherInfo.of(Priority.NORMAL),
                List.of(),
                OptionalInt.empty(),
                List.of(),
                "",
                List.of());
        TraceHeaderList traces = new TraceHeaderList(
                Bussiness.ofNewDocument(),
                List.of(new TraceHeader(new OrganId(BAC_KAN), Instant.EPOCH.truncatedTo(ChronoUnit.SECONDS))));
        OutgoingAttachment attachment = new OutgoingAttachment(
                "1", "cong-van.pdf", "", "application/pdf", () -> new ByteArrayInputStream(content));
        try (OutputStream out = Files.newOutputStream(file)) {
            new WoodstoxEdxmlWriter().write(new EdxmlDraft(header, traces, List.of(attachment)), out);
        }
        return file;
    }

    public static String documentId(String number) {
        return BAC_KAN + ",2026/11/20," + number + "/UBND-VP";
    }

    /** The ministry says of that document how far it is. */
    public static Path status(Path file, String number, StatusCode code) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            new WoodstoxEdxmlWriter()
                    .write(
                            new EdxmlStatus(
                                    organ(MINISTRY, "Bộ Khoa học và Công nghệ"),
                                    new ResponseFor(
                                            new OrganId(BAC_KAN),
                                            number + "/UBND-VP",
                                            documentId(number),
                                            LocalDate.of(2026, 11, 20)),
                                    null,
                                    code,
                                    "Phần mềm đã nhận",
                                    Instant.parse("2026-11-20T08:00:00Z")),
                            out);
        }
        return file;
    }

    private static Organ organ(String id, String name) {
        return Organ.of(new OrganId(id), name);
    }
}
