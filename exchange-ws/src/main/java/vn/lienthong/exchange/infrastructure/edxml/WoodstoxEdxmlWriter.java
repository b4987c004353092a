package vn.lienthong.exchange.infrastructure.edxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import vn.lienthong.exchange.domain.edxml.EdxmlDraft;
import vn.lienthong.exchange.domain.edxml.EdxmlStatus;
import vn.lienthong.exchange.domain.edxml.EdxmlWriter;
import vn.lienthong.exchange.domain.edxml.OutgoingAttachment;

/** Writes edXML of the second generation with Woodstox. */
public final class WoodstoxEdxmlWriter implements EdxmlWriter {
    /** A multiple of three, so that pieces of base64 join without padding. */
    private static final int PIECE = 48 * 1024;

    @Override
    public void write(EdxmlDraft draft, OutputStream out) throws IOException {
        try {
            IndentedXml xml = envelope(out);
            new HeaderWriting(xml).write(draft.header());
            new TraceWriting(xml).write(draft.traceHeaderList());
            xml.close();
            if (!draft.attachments().isEmpty()) {
                manifest(xml, draft.attachments());
            }
            xml.close();
            if (!draft.attachments().isEmpty()) {
                attachments(xml, draft.attachments());
            }
            xml.close().end();
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    @Override
    public void write(EdxmlStatus status, OutputStream out) throws IOException {
        try {
            IndentedXml xml = envelope(out);
            new HeaderWriting(xml).write(status);
            xml.close().close().close().end();
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** Open: edXML, edXMLEnvelope, edXMLHeader. */
    private static IndentedXml envelope(OutputStream out) throws XMLStreamException {
        return new IndentedXml(out)
                .openPlain("edXML")
                .declareDefault()
                .open("edXMLEnvelope")
                .declarePrefix()
                .open("edXMLHeader");
    }

    private static void manifest(IndentedXml xml, List<OutgoingAttachment> attachments) throws XMLStreamException {
        xml.open("edXMLBody").open("edXMLManifest").attribute("version", "1.0");
        for (OutgoingAttachment attachment : attachments) {
            xml.open("Reference")
                    .leaf("ContentId", "cid:" + attachment.contentId())
                    .leaf("ContentType", attachment.contentType())
                    .leaf("Description", attachment.description())
                    .leaf("AttachmentName", attachment.attachmentName())
                    .close();
        }
        xml.close().close();
    }

    private static void attachments(IndentedXml xml, List<OutgoingAttachment> attachments)
            throws XMLStreamException, IOException {
        xml.openPlain("AttachmentEncoded");
        for (OutgoingAttachment attachment : attachments) {
            xml.openPlain("Attachment")
                    .plainLeaf("ContentId", "cid:" + attachment.contentId())
                    .plainLeaf("AttachmentName", attachment.attachmentName())
                    .plainLeaf("Description", attachment.description())
                    .plainLeaf("ContentType", attachment.contentType());
            xml.open("ContentTransferEncoded").declarePrefix();
            base64(xml, attachment);
            xml.close().close();
        }
        xml.close();
    }

    private static void base64(IndentedXml xml, OutgoingAttachment attachment) throws XMLStreamException, IOException {
        xml.text(new char[0], 0);
        byte[] octets = new byte[PIECE];
        try (InputStream in = attachment.octets().open()) {
            for (int count = in.readNBytes(octets, 0, PIECE); count > 0; count = in.readNBytes(octets, 0, PIECE)) {
                byte[] piece = count == PIECE ? octets : Arrays.copyOf(octets, count);
                char[] text = new String(Base64.getEncoder().encode(piece), StandardCharsets.ISO_8859_1).toCharArray();
                xml.text(text, text.length);
            }
        }
    }

    private static IOException failure(XMLStreamException e) {
        return e.getCause() instanceof IOException cause ? cause : new IOException("the message cannot be written", e);
    }
}
