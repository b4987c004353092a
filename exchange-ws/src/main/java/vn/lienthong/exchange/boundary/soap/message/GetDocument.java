package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A message's octets are asked for. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "GetDocument")
@XmlType(name = "")
public final class GetDocument {
    @XmlElement(name = "DocId")
    public @Nullable String docId;
}
