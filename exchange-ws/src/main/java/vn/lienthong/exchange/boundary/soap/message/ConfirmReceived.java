package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A recipient says how its transport stands. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "ConfirmReceived")
@XmlType(name = "")
public final class ConfirmReceived {
    @XmlElement(name = "DocId")
    public @Nullable String docId;

    @XmlElement(name = "State")
    public @Nullable String state;
}
