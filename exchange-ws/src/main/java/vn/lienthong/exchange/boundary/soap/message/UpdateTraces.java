package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A business status is reported. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "UpdateTraces")
@XmlType(name = "")
public final class UpdateTraces {
    @XmlElement(name = "DocId")
    public @Nullable String docId;

    @XmlElement(name = "From")
    public @Nullable String from;

    @XmlElement(name = "StatusCode")
    public @Nullable String statusCode;

    @XmlElement(name = "Description")
    public @Nullable String description;

    @XmlElement(name = "At")
    public @Nullable String at;
}
