package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** The status is recorded. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "UpdateTracesResponse")
@XmlType(name = "")
public final class UpdateTracesResponse {
    @XmlElement(name = "Repeated")
    public boolean repeated;
}
