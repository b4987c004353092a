package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** Every agency, by identifier. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "GetOrganizationsResponse")
@XmlType(name = "")
public final class GetOrganizationsResponse {
    @XmlElement(name = "Organization")
    public List<Organization> organization = new ArrayList<>();
}
