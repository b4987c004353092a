package vn.lienthong.exchange.boundary.soap.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The detail of every fault. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "ExchangeFault")
@XmlType(name = "")
public final class ExchangeFault {
    @XmlElement(name = "Code")
    public @Nullable String code;

    @XmlElement(name = "MessageVi")
    public @Nullable String messageVi;

    @XmlElement(name = "MessageEn")
    public @Nullable String messageEn;

    @XmlElement(name = "Retryable")
    public boolean retryable;

    @XmlElement(name = "RequestId")
    public @Nullable String requestId;

    @XmlElement(name = "Finding")
    public List<FaultFinding> finding = new ArrayList<>();
}
