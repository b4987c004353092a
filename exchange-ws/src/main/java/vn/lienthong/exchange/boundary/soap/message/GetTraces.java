package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** The history of a document's business statuses is asked for. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "GetTraces")
@XmlType(name = "")
public final class GetTraces {
    @XmlElement(name = "DocId")
    public @Nullable String docId;
}
