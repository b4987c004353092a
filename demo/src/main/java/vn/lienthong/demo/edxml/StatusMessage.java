package vn.lienthong.demo.edxml;

import java.time.LocalDateTime;
import org.w3c.dom.Element;
import vn.lienthong.demo.xml.Xml;

/**
 * What a recipient says of a document.
 *
 * @param from organ id of the recipient
 * @param documentId of the document that it speaks of
 * @param statusCode 01 arrived, 03 registered, 06 done, and others
 */
public record StatusMessage(String from, String documentId, String statusCode, String description) {

    /** The status in an edXML message of type status. */
    public static StatusMessage parse(byte[] edxml) {
        Element root = Xml.parse(edxml).getDocumentElement();
        Element from = Xml.all(root, "From").getFirst();
        Element about = Xml.all(root, "ResponseFor").getFirst();
        return new StatusMessage(
                Xml.text(from, "OrganId"),
                Xml.text(about, "DocumentId"),
                Xml.text(root, "StatusCode"),
                Xml.text(root, "Description"));
    }

    /** An edXML message that says so, for the sender of the document. */
    public static byte[] of(
            OfficialDocument about, Agency from, String statusCode, String description, LocalDateTime now) {
        EdxmlWriter xml = new EdxmlWriter();
        Runnable header = () -> {
            xml.element("From", () -> {
                xml.text("OrganId", from.organId());
                xml.text("OrganName", from.name());
                xml.text("OrganizationInCharge", "");
                xml.text("Email", from.mail());
            });
            xml.element("ResponseFor", () -> {
                xml.text("OrganId", about.from().organId());
                xml.text("Code", about.numberAndNotation());
                xml.text("PromulgationDate", OfficialDocument.DATE.format(about.date()));
                xml.text("DocumentId", about.documentId());
            });
            xml.element("StaffInfo", () -> {
                xml.text("Department", "Văn thư");
                xml.text("Staff", "Nông Văn Bình");
            });
            xml.text("StatusCode", statusCode);
            xml.text("Description", description);
            xml.text("Timestamp", DocumentMessage.TIMESTAMP.format(now));
        };
        return xml.message(() -> xml.element("edXMLHeader", () -> xml.element("MessageHeader", header)), () -> {});
    }
}
