package vn.lienthong.exchange.infrastructure.edxml;

import javax.xml.stream.XMLStreamException;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.edxml.Bussiness;
import vn.lienthong.exchange.domain.edxml.BussinessDocumentInfo;
import vn.lienthong.exchange.domain.edxml.ReplacementInfo;
import vn.lienthong.exchange.domain.edxml.StaffInfo;
import vn.lienthong.exchange.domain.edxml.TraceHeader;
import vn.lienthong.exchange.domain.edxml.TraceHeaderList;

/** Writes {@code TraceHeaderList} in the order of the national axis' Java library: the business first. For one use. */
final class TraceWriting {
    private final IndentedXml xml;

    TraceWriting(IndentedXml xml) {
        this.xml = xml;
    }

    void write(TraceHeaderList traces) throws XMLStreamException {
        xml.open("TraceHeaderList");
        bussiness(traces.bussiness());
        for (TraceHeader trace : traces.traceHeaders()) {
            xml.open("TraceHeader")
                    .leaf("OrganId", trace.organId().value())
                    .leaf("Timestamp", EdxmlTime.format(trace.timestamp()))
                    .close();
        }
        xml.close();
    }

    private void bussiness(Bussiness bussiness) throws XMLStreamException {
        xml.open("Bussiness");
        xml.leafIfAny("DocumentId", bussiness.documentId());
        xml.leaf(
                "BussinessDocType",
                Integer.toString(bussiness.bussinessDocType().number()));
        xml.leaf("BussinessDocReason", bussiness.bussinessDocReason());
        xml.leafIfAny("Paper", bussiness.paper());
        if (bussiness.bussinessDocumentInfo() != null) {
            documentInfo(bussiness.bussinessDocumentInfo());
        }
        if (!bussiness.replacementInfoList().isEmpty()) {
            xml.open("ReplacementInfoList");
            for (ReplacementInfo replacement : bussiness.replacementInfoList()) {
                replacement(replacement);
            }
            xml.close();
        }
        for (StaffInfo staff : bussiness.staffInfo()) {
            HeaderWriting.staffInfo(xml, staff);
        }
        xml.close();
    }

    private void documentInfo(BussinessDocumentInfo info) throws XMLStreamException {
        xml.open("BussinessDocumentInfo")
                .leaf("DocumentInfo", info.documentInfo() ? "1" : "0")
                .leaf("DocumentReceiver", info.documentReceiver() ? "1" : "0")
                .open("ReceiverList");
        for (BussinessDocumentInfo.Receiver receiver : info.receiverList()) {
            xml.open("Receiver")
                    .leaf("OrganId", receiver.organId().value())
                    .leaf("ReceiverType", receiver.receiverType())
                    .close();
        }
        xml.close().close();
    }

    private void replacement(ReplacementInfo replacement) throws XMLStreamException {
        xml.open("ReplacementInfo").leaf("DocumentId", replacement.documentId()).open("OrganIdList");
        for (OrganId organId : replacement.organIdList()) {
            xml.leaf("OrganId", organId.value());
        }
        xml.close().close();
    }
}
