package vn.lienthong.exchange.boundary.soap.message;

import jakarta.activation.DataHandler;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlMimeType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A message and its octets. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "GetDocumentResponse")
@XmlType(name = "")
public final class GetDocumentResponse {
    @XmlElement(name = "DocId")
    public @Nullable String docId;

    @XmlElement(name = "MessageType")
    public @Nullable String messageType;

    @XmlElement(name = "From")
    public @Nullable String from;

    @XmlElement(name = "DocumentId")
    public @Nullable String documentId;

    @XmlElement(name = "Sha256")
    public @Nullable String sha256;

    @XmlElement(name = "Length")
    public long length;

    @XmlElement(name = "Content")
    @XmlMimeType("application/octet-stream")
    public @Nullable DataHandler content;
}
