package vn.lienthong.exchange.infrastructure.edxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.edxml.Attachment;
import vn.lienthong.exchange.domain.edxml.Bussiness;
import vn.lienthong.exchange.domain.edxml.EdxmlDocument;
import vn.lienthong.exchange.domain.edxml.EdxmlDraft;
import vn.lienthong.exchange.domain.edxml.EdxmlRules;
import vn.lienthong.exchange.domain.edxml.EdxmlStatus;
import vn.lienthong.exchange.domain.edxml.MessageHeader;
import vn.lienthong.exchange.domain.edxml.OutgoingAttachment;
import vn.lienthong.exchange.domain.edxml.TraceHeaderList;

class EdxmlRoundTripTest {
    private final WoodstoxEdxmlWriter writer = new WoodstoxEdxmlWriter();

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    @Domain(EdxmlDomain.class)
    void readsADocumentAsItWasWritten(
            @ForAll MessageHeader header, @ForAll TraceHeaderList traces, @ForAll List<byte[]> contents)
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        writer.write(new EdxmlDraft(header, traces, attachments(contents)), file);
        List<ByteArrayOutputStream> received = new ArrayList<>();

        EdxmlDocument document = Readings.document(new WoodstoxEdxmlReader(Readings.CLOCK)
                .read(new ByteArrayInputStream(file.toByteArray()), EdxmlRules.STRICT, index -> {
                    received.add(new ByteArrayOutputStream());
                    return received.get(index);
                }));

        assertThat(document.header()).isEqualTo(header);
        assertThat(document.traceHeaderList()).isEqualTo(traces);
        assertThat(document.attachments()).hasSameSizeAs(contents);
        for (int i = 0; i < contents.size(); i++) {
            Attachment attachment = document.attachments().get(i);
            assertThat(received.get(i).toByteArray()).isEqualTo(contents.get(i));
            assertThat(attachment.content().length()).isEqualTo(contents.get(i).length);
            assertThat(attachment.attachmentName()).isEqualTo("văn bản " + i + ".pdf");
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    @Domain(EdxmlDomain.class)
    void readsAStatusAsItWasWritten(@ForAll EdxmlStatus status) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        writer.write(status, file);

        assertThat(Readings.status(Readings.read(file.toByteArray()))).isEqualTo(status);
    }

    private static List<OutgoingAttachment> attachments(List<byte[]> contents) {
        List<OutgoingAttachment> attachments = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            byte[] content = contents.get(i);
            attachments.add(new OutgoingAttachment(
                    "id-" + i,
                    "văn bản " + i + ".pdf",
                    "",
                    "application/pdf",
                    () -> new ByteArrayInputStream(content)));
        }
        return attachments;
    }

    @Test
    void writesThePrefixLiterallyOneElementALine() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        EdxmlDocument sample = Readings.document(Readings.read(Messages.document()));
        writer.write(
                new EdxmlDraft(
                        sample.header(),
                        new TraceHeaderList(Bussiness.ofNewDocument(), List.of()),
                        attachments(List.of("hello".getBytes(StandardCharsets.UTF_8)))),
                file);

        assertThat(file.toString(StandardCharsets.UTF_8).lines().limit(8))
                .containsExactly(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                        "<edXML xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\">",
                        "  <edXML:edXMLEnvelope xmlns:edXML=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\">",
                        "    <edXML:edXMLHeader>",
                        "      <edXML:MessageHeader>",
                        "        <edXML:From>",
                        "          <edXML:OrganId>H03</edXML:OrganId>",
                        "          <edXML:OrganizationInCharge></edXML:OrganizationInCharge>");
        assertThat(file.toString(StandardCharsets.UTF_8))
                .contains("    <Attachment>\n      <ContentId>cid:id-0</ContentId>\n")
                .contains(
                        "<edXML:ContentTransferEncoded xmlns:edXML=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\">"
                                + "aGVsbG8=</edXML:ContentTransferEncoded>\n    </Attachment>\n  </AttachmentEncoded>\n</edXML>\n");
    }
}
