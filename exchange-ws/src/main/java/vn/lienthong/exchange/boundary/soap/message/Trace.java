package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** One business status. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "Trace")
public final class Trace {
    @XmlElement(name = "StatusCode")
    public @Nullable String statusCode;

    @XmlElement(name = "Reporter")
    public @Nullable String reporter;

    @XmlElement(name = "Recipient")
    public @Nullable String recipient;

    @XmlElement(name = "Description")
    public @Nullable String description;

    @XmlElement(name = "At")
    public @Nullable String at;

    @XmlElement(name = "RecordedAt")
    public @Nullable String recordedAt;
}
