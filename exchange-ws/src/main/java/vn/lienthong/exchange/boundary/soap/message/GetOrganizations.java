package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** The directory is asked for. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "GetOrganizations")
@XmlType(name = "")
public final class GetOrganizations {
    /** What the answer before gave as the next one, or null to begin. */
    @XmlElement(name = "After")
    public @Nullable String after;
}
