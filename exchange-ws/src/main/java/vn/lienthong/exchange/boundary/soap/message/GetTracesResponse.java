package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** The history, oldest first. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "GetTracesResponse")
@XmlType(name = "")
public final class GetTracesResponse {
    @XmlElement(name = "Trace")
    public List<Trace> trace = new ArrayList<>();
}
