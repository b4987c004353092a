package vn.lienthong.exchange.it;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Messages of the tests' own making, of any size, from Bắc Kạn to the ministry. */
public final class TestLetter {
    public static final String SENDER = "000.00.00.H03";
    public static final String MINISTRY = "000.00.00.G06";
    public static final String PROVINCE = "000.00.00.H14";

    private static final String NS = "http://www.mic.gov.vn/TBT/QCVN_102_2016";
    private static final String TAIL = "</edXML:ContentTransferEncoded></Attachment></AttachmentEncoded></edXML>";
    private static final String FIRST_REFERENCE =
            "<edXML:Reference><edXML:ContentId>cid:0</edXML:ContentId><edXML:ContentType>application/pdf</edXML:ContentType>"
                    + "<edXML:AttachmentName>cong-van.pdf</edXML:AttachmentName></edXML:Reference>";
    private static final String FIRST_ATTACHMENT =
            "<Attachment><ContentId>cid:0</ContentId><AttachmentName>cong-van.pdf</AttachmentName>"
                    + "<ContentType>application/pdf</ContentType><edXML:ContentTransferEncoded xmlns:edXML=\"" + NS
                    + "\">@PDF@</edXML:ContentTransferEncoded></Attachment>";
    private static final int CHUNK = 3 * 1024;

    private TestLetter() {}

    /** The file holds a document of that number, with an attachment of that many octets. */
    public static Path write(Path file, String number, long attachment, String... receivers) {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(head(number, receivers).getBytes(StandardCharsets.UTF_8));
            octets(out, attachment);
            out.write(TAIL.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** The same, and before that attachment another one, a PDF, whose octets are given. */
    public static Path write(Path file, String number, byte[] pdf, long attachment, String... receivers) {
        String head = head(number, receivers)
                .replace("<edXML:Reference>", FIRST_REFERENCE + "<edXML:Reference>")
                .replace("<Attachment>", FIRST_ATTACHMENT + "<Attachment>")
                .replace("@PDF@", Base64.getEncoder().encodeToString(pdf));
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            octets(out, attachment);
            out.write(TAIL.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Such a document as text, from any agency; its attachment is given. */
    public static String text(String sender, String number, byte[] attachment, String... receivers) {
        return head(number, receivers).replace(SENDER, sender)
                + Base64.getEncoder().encodeToString(attachment)
                + TAIL;
    }

    /** Another number in each run, for the server's database may outlive it. */
    public static String numberOfThisRun(int letter) {
        return letter + String.format("%08d", Clock.systemUTC().millis() / 1000 % 100_000_000);
    }

    /** The identifier that a document of that number has. */
    public static String documentId(String number) {
        return SENDER + ",2026/11/20," + number + "/UBND-NC";
    }

    private static void octets(OutputStream out, long length) throws IOException {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        byte[] chunk = new byte[CHUNK];
        Base64.Encoder base64 = Base64.getEncoder();
        for (long left = length; left > 0; left -= CHUNK) {
            random.nextBytes(chunk);
            out.write(base64.encode(left < CHUNK ? java.util.Arrays.copyOf(chunk, (int) left) : chunk));
        }
    }

    private static String head(String number, String... receivers) {
        StringBuilder to = new StringBuilder();
        for (String receiver : receivers) {
            to.append("<edXML:To>").append(organ(receiver)).append("</edXML:To>");
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <edXML xmlns="%1$s"><edXML:edXMLEnvelope xmlns:edXML="%1$s"><edXML:edXMLHeader><edXML:MessageHeader>
                <edXML:From>%2$s</edXML:From>%3$s
                <edXML:DocumentId>%4$s</edXML:DocumentId>
                <edXML:Code><edXML:CodeNumber>%5$s</edXML:CodeNumber><edXML:CodeNotation>UBND-NC</edXML:CodeNotation></edXML:Code>
                <edXML:PromulgationInfo><edXML:Place>Bắc Kạn</edXML:Place><edXML:PromulgationDate>2026/11/20</edXML:PromulgationDate></edXML:PromulgationInfo>
                <edXML:DocumentType><edXML:Type>18</edXML:Type><edXML:TypeDetail>0</edXML:TypeDetail><edXML:TypeName>Công văn</edXML:TypeName></edXML:DocumentType>
                <edXML:Subject>V/v kiểm thử liên thông</edXML:Subject>
                <edXML:SignerInfo><edXML:Competence>TM. ỦY BAN NHÂN DÂN</edXML:Competence><edXML:Position>CHỦ TỊCH</edXML:Position><edXML:FullName>Nguyễn Văn An</edXML:FullName></edXML:SignerInfo>
                <edXML:OtherInfo><edXML:Priority>0</edXML:Priority></edXML:OtherInfo>
                </edXML:MessageHeader>
                <edXML:TraceHeaderList><edXML:Bussiness><edXML:BussinessDocType>0</edXML:BussinessDocType><edXML:BussinessDocReason>Văn bản điện tử mới</edXML:BussinessDocReason><edXML:Paper>0</edXML:Paper></edXML:Bussiness>
                <edXML:TraceHeader><edXML:OrganId>%6$s</edXML:OrganId><edXML:Timestamp>2026/11/20 08:00:00</edXML:Timestamp></edXML:TraceHeader></edXML:TraceHeaderList>
                </edXML:edXMLHeader><edXML:edXMLBody><edXML:edXMLManifest version="1.0"><edXML:Reference><edXML:ContentId>cid:1</edXML:ContentId><edXML:ContentType>application/octet-stream</edXML:ContentType><edXML:AttachmentName>van-ban.bin</edXML:AttachmentName></edXML:Reference></edXML:edXMLManifest></edXML:edXMLBody></edXML:edXMLEnvelope>
                <AttachmentEncoded><Attachment><ContentId>cid:1</ContentId><AttachmentName>van-ban.bin</AttachmentName><ContentType>application/octet-stream</ContentType><edXML:ContentTransferEncoded xmlns:edXML="%1$s">""".formatted(NS, organ(SENDER), to, documentId(number), number, SENDER);
    }

    private static String organ(String id) {
        return "<edXML:OrganId>" + id + "</edXML:OrganId><edXML:OrganName>Cơ quan " + id + "</edXML:OrganName>";
    }
}
