/** The messages of exchange.xsd as JAXB carriers, and the port type of exchange.wsdl. Imports nothing of the project. */
@NullMarked
@XmlSchema(namespace = Names.NAMESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import org.jspecify.annotations.NullMarked;
