package vn.lienthong.exchange.infrastructure.register;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Iterator;
import javax.xml.stream.XMLStreamException;
import vn.lienthong.exchange.domain.edxml.XmlText;
import vn.lienthong.exchange.domain.register.Cancellation;
import vn.lienthong.exchange.domain.register.Direction;
import vn.lienthong.exchange.domain.register.EntryColumns;
import vn.lienthong.exchange.domain.register.Extract;
import vn.lienthong.exchange.domain.register.Handover;
import vn.lienthong.exchange.domain.register.RegisterEntry;
import vn.lienthong.exchange.domain.register.RegisterWriter;

/**
 * A register as XML by {@code register-1.xsd}. Elements have the names of the decree's metadata where these have one. The same
 * register gives the same octets. Source: Decree 30/2020/NĐ-CP, Annex VI, part II.
 */
public final class XmlRegister implements RegisterWriter {
    static final String NAMESPACE = "urn:lienthong:register:1";

    @Override
    public void write(Extract extract, Iterator<RegisterEntry> entries, OutputStream out) throws IOException {
        WstxOutputFactory factory = new WstxOutputFactory();
        factory.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
        try {
            Lines xml = new Lines(factory.createXMLStreamWriter(out, "UTF-8"));
            xml.begin("Register", NAMESPACE);
            head(xml, extract);
            while (entries.hasNext()) {
                entry(xml, entries.next());
            }
            xml.end();
        } catch (XMLStreamException e) {
            throw e.getCause() instanceof IOException cause
                    ? cause
                    : new IOException("the register cannot be written", e);
        }
    }

    private static void head(Lines xml, Extract extract) throws XMLStreamException {
        xml.leaf("Direction", extract.book().direction().wireName());
        xml.leaf("Year", Integer.toString(extract.book().year()));
        xml.leaf("OrganId", extract.book().agency().value());
        xml.some("OrganizationInCharge", text(extract.superior()));
        xml.leaf("OrganName", text(extract.agency()));
        xml.leaf("FromDate", extract.firstDay().toString());
        xml.leaf("ToDate", extract.lastDay().toString());
        xml.some(
                "ClosedAt", extract.closedAt() == null ? "" : extract.closedAt().toString());
    }

    private static void entry(Lines xml, RegisterEntry entry) throws XMLStreamException {
        boolean incoming = entry.book().direction() == Direction.INCOMING;
        EntryColumns columns = entry.columns();
        xml.open("Entry").attribute("id", entry.id().toString());
        if (incoming) {
            xml.leaf("ArrivalDate", entry.registeredOn().toString());
            xml.leaf("ArrivalNumber", Integer.toString(entry.place().number()));
            xml.some("Author", text(columns.author()));
            xml.some("Code", text(columns.notation()));
        } else {
            xml.some("Series", text(entry.place().series()));
            xml.leaf("CodeNumber", entry.place().printed());
            xml.some("CodeNotation", text(columns.notation()));
        }
        xml.some("IssuedDate", columns.documentDate());
        xml.some("TypeName", text(columns.typeName()));
        xml.leaf("Subject", text(columns.subject()));
        xml.some("SignerFullName", text(columns.signer()));
        xml.some("To", text(columns.recipients()));
        handover(xml, entry.handover(), columns);
        binding(xml, entry);
        xml.close();
    }

    private static void handover(Lines xml, Handover handover, EntryColumns columns) throws XMLStreamException {
        xml.some("Receiver", text(handover.receiver()));
        xml.some("IssuedAmount", columns.copies());
        xml.some("TransferDate", handover.transferredOn());
        xml.some("ReceivedBy", text(handover.receivedBy()));
        xml.some("Description", text(handover.note()));
    }

    private static void binding(Lines xml, RegisterEntry entry) throws XMLStreamException {
        xml.some("Dispatch", entry.binding().dispatch());
        xml.some("DocumentSha256", entry.binding().document());
        xml.leaf("RegisteredAt", entry.registeredAt().toString());
        xml.leaf("RegisteredBy", text(entry.registeredBy()));
        Cancellation cancellation = entry.cancellation();
        if (cancellation != null) {
            Instant at = cancellation.at();
            xml.open("Cancelled").attribute("at", at.toString()).attribute("by", text(cancellation.by()));
            xml.leaf("Reason", text(cancellation.reason()));
            xml.close();
        }
    }

    private static String text(String text) {
        return XmlText.fitted(text);
    }
}
