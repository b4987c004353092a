package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits is asked for. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "GetPendingDocumentIds")
@XmlType(name = "")
public final class GetPendingDocumentIds {
    @XmlElement(name = "MessageType")
    public @Nullable String messageType;

    @XmlElement(name = "To")
    public List<String> to = new ArrayList<>();

    @XmlElement(name = "PageIndex")
    public @Nullable Integer pageIndex;

    @XmlElement(name = "PageSize")
    public @Nullable Integer pageSize;
}
