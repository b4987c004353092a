package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** One fault of an edXML message. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "FaultFinding")
public final class FaultFinding {
    @XmlElement(name = "Code")
    public @Nullable String code;

    @XmlElement(name = "Detail")
    public @Nullable String detail;
}
