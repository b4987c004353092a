package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The message is durable and on its way. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "SendDocumentResponse")
@XmlType(name = "")
public final class SendDocumentResponse {
    @XmlElement(name = "DocId")
    public @Nullable String docId;

    @XmlElement(name = "AcceptedAt")
    public @Nullable String acceptedAt;

    @XmlElement(name = "Sha256")
    public @Nullable String sha256;

    @XmlElement(name = "Length")
    public long length;

    @XmlElement(name = "To")
    public List<String> to = new ArrayList<>();

    @XmlElement(name = "Repeated")
    public boolean repeated;
}
