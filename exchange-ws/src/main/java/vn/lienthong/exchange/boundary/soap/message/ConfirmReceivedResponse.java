package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** How the transport stands now. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "ConfirmReceivedResponse")
@XmlType(name = "")
public final class ConfirmReceivedResponse {
    @XmlElement(name = "State")
    public @Nullable String state;
}
