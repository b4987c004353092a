package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** One page of what waits, by turn: urgent messages have a head start. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "GetPendingDocumentIdsResponse")
@XmlType(name = "")
public final class GetPendingDocumentIdsResponse {
    @XmlElement(name = "Total")
    public long total;

    @XmlElement(name = "Pending")
    public List<PendingDocument> pending = new ArrayList<>();
}
