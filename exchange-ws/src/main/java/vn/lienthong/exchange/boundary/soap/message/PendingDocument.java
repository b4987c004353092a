package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** One waiting message. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "PendingDocument")
public final class PendingDocument {
    @XmlElement(name = "DocId")
    public @Nullable String docId;

    @XmlElement(name = "MessageType")
    public @Nullable String messageType;

    @XmlElement(name = "From")
    public @Nullable String from;

    @XmlElement(name = "To")
    public @Nullable String to;

    @XmlElement(name = "DocumentId")
    public @Nullable String documentId;

    @XmlElement(name = "Subject")
    public @Nullable String subject;

    @XmlElement(name = "Priority")
    public int priority;

    @XmlElement(name = "State")
    public @Nullable String state;

    @XmlElement(name = "AcceptedAt")
    public @Nullable String acceptedAt;

    @XmlElement(name = "Sha256")
    public @Nullable String sha256;

    @XmlElement(name = "Length")
    public long length;
}
