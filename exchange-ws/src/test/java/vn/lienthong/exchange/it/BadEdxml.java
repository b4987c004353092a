package vn.lienthong.exchange.it;

import static vn.lienthong.exchange.domain.failure.FailureCode.BODY_TRUNCATED;
import static vn.lienthong.exchange.domain.failure.FailureCode.EDXML_ATTACHMENT_INVALID;
import static vn.lienthong.exchange.domain.failure.FailureCode.EDXML_DTD_REFUSED;
import static vn.lienthong.exchange.domain.failure.FailureCode.EDXML_LIMIT_EXCEEDED;
import static vn.lienthong.exchange.domain.failure.FailureCode.EDXML_NOT_CONFORMANT;
import static vn.lienthong.exchange.domain.failure.FailureCode.EDXML_NOT_XML;
import static vn.lienthong.exchange.domain.failure.FailureCode.RECEIVER_UNKNOWN;
import static vn.lienthong.exchange.domain.failure.FailureCode.SENDER_NOT_YOURS;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import vn.lienthong.exchange.domain.failure.FailureCode;

/**
 * A message that every protocol refuses, whole and rightly announced as it may be.
 *
 * @param fault what is wrong with it
 * @param code what the sender is told
 */
public record BadEdxml(String fault, FailureCode code, byte[] octets) {
    private static final byte[] ATTACHMENT = "đính kèm".getBytes(StandardCharsets.UTF_8);
    private static final String CODE = "<edXML:Code>.*?</edXML:Code>";
    private static final String FROM = "<edXML:From>.*?</edXML:From>";
    private static final String TO = "<edXML:To>.*?</edXML:To>";

    /** One for each fault, from that agency; {@code other} is an agency that its system does not act for. */
    public static List<BadEdxml> of(String sender, String other) {
        String good = TestLetter.text(sender, "900", ATTACHMENT, TestLetter.PROVINCE);
        String base64 = Base64.getEncoder().encodeToString(ATTACHMENT);
        String attachment = good.substring(good.indexOf("<Attachment>"), good.indexOf("</AttachmentEncoded>"));
        return List.of(
                of("empty", EDXML_NOT_XML, ""),
                of("not XML", EDXML_NOT_XML, "Kính gửi: Bộ Khoa học và Công nghệ"),
                of("a DTD", EDXML_DTD_REFUSED, good.replace("<edXML xmlns", "<!DOCTYPE edXML><edXML xmlns")),
                of(
                        "an external entity",
                        EDXML_DTD_REFUSED,
                        good.replace(
                                        "<edXML xmlns",
                                        "<!DOCTYPE edXML [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><edXML xmlns")
                                .replace("V/v", "&x;")),
                of("ten million nested elements", EDXML_LIMIT_EXCEEDED, good.replace("V/v", "<a>".repeat(10_000_000))),
                of("base64 rubbish", EDXML_ATTACHMENT_INVALID, good.replace(base64, "%PDF-1.7 không phải base64")),
                of(
                        "two attachments of one id",
                        EDXML_ATTACHMENT_INVALID,
                        good.replace(attachment, attachment + attachment)),
                of("no From", EDXML_NOT_CONFORMANT, good.replaceFirst(FROM, "")),
                of("no To", EDXML_NOT_CONFORMANT, good.replaceFirst(TO, "")),
                of("no Code", EDXML_NOT_CONFORMANT, good.replaceFirst(CODE, "")),
                of("a file that breaks off", BODY_TRUNCATED, good.substring(0, good.length() / 2)),
                of("an unknown receiver", RECEIVER_UNKNOWN, good.replace(TestLetter.PROVINCE, "000.00.00.H99")),
                of(
                        "another system's agency as From",
                        SENDER_NOT_YOURS,
                        good.replaceFirst("(<edXML:From><edXML:OrganId>)[^<]*", "$1" + other)));
    }

    private static BadEdxml of(String fault, FailureCode code, String text) {
        return new BadEdxml(fault, code, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return fault;
    }
}
