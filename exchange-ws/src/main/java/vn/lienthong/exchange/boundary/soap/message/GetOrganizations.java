package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** The directory is asked for. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "GetOrganizations")
@XmlType(name = "")
public final class GetOrganizations {}
