package vn.lienthong.exchange.boundary.soap.message;

import jakarta.activation.DataHandler;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlMimeType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message is handed in. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "SendDocument")
@XmlType(name = "")
public final class SendDocument {
    @XmlElement(name = "Sha256")
    public @Nullable String sha256;

    @XmlElement(name = "Length")
    public @Nullable Long length;

    @XmlElement(name = "From")
    public @Nullable String from;

    @XmlElement(name = "MessageType")
    public @Nullable String messageType;

    @XmlElement(name = "To")
    public List<String> to = new ArrayList<>();

    @XmlElement(name = "IdempotencyKey")
    public @Nullable String idempotencyKey;

    @XmlElement(name = "Content")
    @XmlMimeType("application/octet-stream")
    public @Nullable DataHandler content;
}
