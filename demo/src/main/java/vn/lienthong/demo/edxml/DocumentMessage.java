package vn.lienthong.demo.edxml;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/** Writes a document as an edXML message, elements in the order of the axis's own Java library. Source: QCVN 102:2016/BTTTT. */
public final class DocumentMessage {
    static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ROOT);
    private static final String CONTENT_ID = "cid:1";
    private static final String PDF = "application/pdf";

    private final OfficialDocument document;
    private final EdxmlWriter xml = new EdxmlWriter();

    private DocumentMessage(OfficialDocument document) {
        this.document = document;
    }

    /** @param now in Vietnam's time */
    public static byte[] of(OfficialDocument document, byte[] pdf, LocalDateTime now) {
        DocumentMessage message = new DocumentMessage(document);
        return message.xml.message(() -> message.envelope(now), () -> message.attachment(pdf));
    }

    private void envelope(LocalDateTime now) {
        xml.element("edXMLHeader", () -> {
            xml.element("MessageHeader", this::header);
            xml.element("TraceHeaderList", () -> traces(now));
        });
        xml.element(
                "edXMLBody",
                () -> xml.element("edXMLManifest", () -> {
                    xml.attribute("version", "1.0");
                    xml.element("Reference", () -> {
                        xml.text("ContentId", CONTENT_ID);
                        xml.text("ContentType", PDF);
                        xml.text("Description", "V/v " + document.subject());
                        xml.text("AttachmentName", document.fileName());
                    });
                }));
    }

    private void header() {
        agency("From", document.from());
        document.to().forEach(to -> agency("To", to));
        xml.text("DocumentId", document.documentId());
        xml.element("Code", () -> {
            xml.text("CodeNumber", Integer.toString(document.number()));
            xml.text("CodeNotation", document.notation());
        });
        xml.element("PromulgationInfo", () -> {
            xml.text("Place", document.place());
            xml.text("PromulgationDate", OfficialDocument.DATE.format(document.date()));
        });
        xml.element("DocumentType", () -> {
            xml.text("Type", "18");
            xml.text("TypeDetail", "0");
            xml.text("TypeName", "Công văn");
        });
        xml.text("Subject", "V/v " + document.subject());
        xml.text("Content", "V/v " + document.subject());
        xml.element("SignerInfo", () -> {
            xml.text("Competence", document.authority());
            xml.text("Position", document.position());
            xml.text("FullName", document.signer());
        });
        xml.element("OtherInfo", this::otherInfo);
        xml.element("ToPlaces", () -> document.to().forEach(to -> xml.text("Place", to.name())));
    }

    private void otherInfo() {
        xml.text("Priority", "0");
        xml.text("SphereOfPromulgation", "Liên thông văn bản");
        xml.text("TyperNotation", "NC");
        xml.text("PromulgationAmount", Integer.toString(document.to().size()));
        xml.text("PageAmount", Integer.toString(document.pages()));
        xml.text("Direction", "false");
    }

    private void traces(LocalDateTime now) {
        xml.element("Bussiness", () -> {
            xml.text("BussinessDocType", "0");
            xml.text("BussinessDocReason", "Văn bản điện tử mới");
            xml.text("Paper", "0");
            xml.element("StaffInfo", () -> {
                xml.text("Department", "Văn thư");
                xml.text("Staff", "Hoàng Thị Lan");
                xml.text("Email", document.from().mail());
            });
        });
        xml.element("TraceHeader", () -> {
            xml.text("OrganId", document.from().organId());
            xml.text("Timestamp", TIMESTAMP.format(now));
        });
    }

    private void agency(String role, Agency agency) {
        xml.element(role, () -> {
            xml.text("OrganId", agency.organId());
            xml.text("OrganizationInCharge", "");
            xml.text("OrganName", agency.name());
            xml.text("Email", agency.mail());
        });
    }

    private void attachment(byte[] pdf) {
        xml.plain("AttachmentEncoded", () -> {
            xml.declarePrefix();
            xml.plain("Attachment", () -> {
                xml.plainText("ContentId", CONTENT_ID);
                xml.plainText("AttachmentName", document.fileName());
                xml.plainText("Description", "V/v " + document.subject());
                xml.plainText("ContentType", PDF);
                xml.text("ContentTransferEncoded", Base64.getEncoder().encodeToString(pdf));
            });
        });
    }
}
