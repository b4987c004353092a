package vn.lienthong.exchange.infrastructure.edxml;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import vn.lienthong.exchange.domain.edxml.EdxmlStatus;
import vn.lienthong.exchange.domain.edxml.MessageHeader;
import vn.lienthong.exchange.domain.edxml.Organ;
import vn.lienthong.exchange.domain.edxml.OtherInfo;
import vn.lienthong.exchange.domain.edxml.ResponseFor;
import vn.lienthong.exchange.domain.edxml.StaffInfo;

/** Writes {@code MessageHeader} in the order of the national axis' Java library. For one use. */
final class HeaderWriting {
    private final IndentedXml xml;

    HeaderWriting(IndentedXml xml) {
        this.xml = xml;
    }

    void write(MessageHeader header) throws XMLStreamException {
        xml.open("MessageHeader");
        organ("From", header.from());
        for (Organ to : header.to()) {
            organ("To", to);
        }
        xml.leaf("DocumentId", header.documentId().value());
        xml.open("Code")
                .leaf("CodeNumber", header.code().codeNumber())
                .leaf("CodeNotation", header.code().codeNotation())
                .close();
        xml.open("PromulgationInfo")
                .leaf("Place", header.promulgationInfo().place())
                .leaf(
                        "PromulgationDate",
                        EdxmlTime.DATE.format(header.promulgationInfo().promulgationDate()))
                .close();
        xml.open("DocumentType")
                .leafIfAny("Type", header.documentType().type())
                .leafIfAny("TypeDetail", header.documentType().typeDetail())
                .leaf("TypeName", header.documentType().typeName())
                .close();
        xml.leaf("Subject", header.subject());
        xml.leafIfAny("Content", header.content());
        xml.open("SignerInfo")
                .leaf("Competence", header.signerInfo().competence())
                .leaf("Position", header.signerInfo().position())
                .leaf("FullName", header.signerInfo().fullName())
                .close();
        if (header.dueDate() != null) {
            xml.leaf("DueDate", EdxmlTime.DATE.format(header.dueDate()));
        }
        otherInfo(header.otherInfo());
        for (ResponseFor responseFor : header.responseFor()) {
            responseFor(responseFor);
        }
        if (header.steeringType().isPresent()) {
            xml.leaf("SteeringType", Integer.toString(header.steeringType().getAsInt()));
        }
        list("ResponseForTask", "TaskCode", header.responseForTask());
        xml.leafIfAny("ApplicationType", header.applicationType());
        list("ToPlaces", "Place", header.toPlaces());
        xml.close();
    }

    void write(EdxmlStatus status) throws XMLStreamException {
        xml.open("MessageHeader");
        organ("From", status.from());
        responseFor(status.responseFor());
        if (status.staffInfo() != null) {
            staffInfo(xml, status.staffInfo());
        }
        xml.leaf("StatusCode", status.statusCode().code());
        xml.leaf("Description", status.description());
        xml.leaf("Timestamp", EdxmlTime.format(status.timestamp()));
        xml.close();
    }

    static void staffInfo(IndentedXml xml, StaffInfo staff) throws XMLStreamException {
        xml.open("StaffInfo")
                .leafIfAny("DepartmentId", staff.departmentId())
                .leafIfAny("Department", staff.department())
                .leafIfAny("StaffId", staff.staffId())
                .leafIfAny("Staff", staff.staff())
                .leafIfAny("Email", staff.email())
                .leafIfAny("Mobile", staff.mobile())
                .close();
    }

    private void organ(String name, Organ organ) throws XMLStreamException {
        xml.open(name)
                .leaf("OrganId", organ.organId().value())
                .leaf("OrganizationInCharge", organ.organizationInCharge())
                .leaf("OrganName", organ.organName())
                .leafIfAny("OrganAdd", organ.organAdd())
                .leafIfAny("Email", organ.email())
                .leafIfAny("Telephone", organ.telephone())
                .leafIfAny("Fax", organ.fax())
                .leafIfAny("Website", organ.website())
                .close();
    }

    private void otherInfo(OtherInfo info) throws XMLStreamException {
        xml.open("OtherInfo");
        xml.leaf("Priority", Integer.toString(info.priority().number()));
        xml.leafIfAny("SphereOfPromulgation", info.sphereOfPromulgation());
        xml.leafIfAny("TyperNotation", info.typerNotation());
        if (info.promulgationAmount().isPresent()) {
            xml.leaf(
                    "PromulgationAmount",
                    Integer.toString(info.promulgationAmount().getAsInt()));
        }
        if (info.pageAmount().isPresent()) {
            xml.leaf("PageAmount", Integer.toString(info.pageAmount().getAsInt()));
        }
        xml.leafIfAny("ReplyFors", info.replyFors());
        xml.leaf("Direction", Boolean.toString(info.direction()));
        xml.leafIfAny("ReferenceCodes", info.referenceCodes());
        xml.open("Appendixes");
        for (String appendix : info.appendixes()) {
            xml.leaf("Appendix", appendix);
        }
        xml.close().close();
    }

    private void responseFor(ResponseFor responseFor) throws XMLStreamException {
        xml.open("ResponseFor")
                .leaf("OrganId", responseFor.organId().value())
                .leaf("Code", responseFor.code())
                .leaf("DocumentId", responseFor.documentId());
        if (responseFor.promulgationDate() != null) {
            xml.leaf("PromulgationDate", EdxmlTime.DATE.format(responseFor.promulgationDate()));
        }
        xml.close();
    }

    private void list(String name, String item, List<String> texts) throws XMLStreamException {
        if (!texts.isEmpty()) {
            xml.open(name);
            for (String text : texts) {
                xml.leaf(item, text);
            }
            xml.close();
        }
    }
}
