package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Agencies, by identifier. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "GetOrganizationsResponse")
@XmlType(
        name = "",
        propOrder = {"organization", "next"})
public final class GetOrganizationsResponse {
    @XmlElement(name = "Organization")
    public List<Organization> organization = new ArrayList<>();

    /** Where there are more: what to ask for them with. */
    @XmlElement(name = "Next")
    public @Nullable String next;
}
