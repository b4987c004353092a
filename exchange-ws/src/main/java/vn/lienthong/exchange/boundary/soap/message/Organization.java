package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One agency. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "Organization")
public final class Organization {
    @XmlElement(name = "OrganId")
    public @Nullable String organId;

    @XmlElement(name = "Name")
    public @Nullable String name;

    @XmlElement(name = "Mail")
    public @Nullable String mail;

    @XmlElement(name = "Parent")
    public @Nullable String parent;

    @XmlElement(name = "Alias")
    public List<String> alias = new ArrayList<>();

    @XmlElement(name = "Connected")
    public boolean connected;
}
