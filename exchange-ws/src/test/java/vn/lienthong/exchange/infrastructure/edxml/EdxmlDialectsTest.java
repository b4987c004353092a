package vn.lienthong.exchange.infrastructure.edxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.domain.edxml.BussinessDocType;
import vn.lienthong.exchange.domain.edxml.EdxmlDocument;
import vn.lienthong.exchange.domain.edxml.EdxmlStatus;
import vn.lienthong.exchange.domain.edxml.StatusCode;

class EdxmlDialectsTest {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    @Test
    void readsTheSecondGeneration() {
        EdxmlDocument document = Readings.document(Readings.read(Messages.document()));

        assertThat(document.header().to()).hasSize(2);
        assertThat(document.attachments().getFirst().content().length()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EdXMLEnvelope", "edXMLEnvelope"})
    void readsARootThatIsTheEnvelopeItself(String root) {
        EdxmlDocument document = Readings.document(Readings.read("<" + root + " xmlns:edXML='" + Messages.NS + "'>"
                + "<edXML:edXMLHeader>" + Messages.HEADER + Messages.TRACES + "</edXML:edXMLHeader>"
                + "<edXML:edXMLBody>" + Messages.MANIFEST + "</edXML:edXMLBody>"
                + "<AttachmentEncoded>" + Messages.attachment("cid:1", "aGVsbG8=") + "</AttachmentEncoded></" + root
                + ">"));

        assertThat(document.attachments()).hasSize(1);
    }

    @Test
    void readsTheFirstGenerationsSoapEnvelopeWhoseAttachmentsAreMimeParts() {
        EdxmlDocument document = Readings.document(Readings.read("<soap-env:Envelope xmlns:soap-env='" + SOAP
                + "' xmlns:edXML='http://www.e-doc.vn/Schema/'><soap-env:Header>"
                + Messages.HEADER.replace(
                        "<edXML:MessageHeader>",
                        "<edXML:MessageHeader OriginalBodyRequested='false' ImmediateResponseRequired='true'>")
                + Messages.TRACES + "</soap-env:Header><soap-env:Body><edXML:Manifest>"
                + "<edXML:Reference><edXML:ContentId>cid:1</edXML:ContentId></edXML:Reference></edXML:Manifest>"
                + "</soap-env:Body></soap-env:Envelope>"));

        assertThat(document.from().organId()).hasToString("H03");
        assertThat(document.attachments()).isEmpty();
    }

    @Test
    void readsAStatusInTheMessageHeader() {
        assertAccepted("<edXML xmlns:edXML='" + Messages.NS + "'><edXML:edXMLEnvelope><edXML:edXMLHeader>"
                + "<edXML:MessageHeader>" + Messages.STATUS_FIELDS
                + "</edXML:MessageHeader></edXML:edXMLHeader></edXML:edXMLEnvelope></edXML>");
    }

    @Test
    void readsAStatusInPlaceOfTheMessageHeader() {
        assertAccepted("<edXML xmlns:edXML='" + Messages.NS + "'><edXML:edXMLEnvelope><edXML:edXMLHeader>"
                + "<edXML:Status>" + Messages.STATUS_FIELDS
                + "</edXML:Status></edXML:edXMLHeader></edXML:edXMLEnvelope></edXML>");
    }

    @Test
    void readsAStatusAroundTheMessageHeader() {
        assertAccepted("<edXMLEnvelope xmlns:edXML='" + Messages.NS + "'><edXML:Status><edXML:MessageHeader>"
                + Messages.STATUS_FIELDS + "</edXML:MessageHeader></edXML:Status></edXMLEnvelope>");
    }

    @Test
    void readsAStatusInASoapHeader() {
        assertAccepted("<SOAP-ENV:Envelope xmlns:SOAP-ENV='" + SOAP + "' xmlns:edXML='" + Messages.NS
                + "'><SOAP-ENV:Header><edXML:Status>" + Messages.STATUS_FIELDS
                + "</edXML:Status></SOAP-ENV:Header><SOAP-ENV:Body/></SOAP-ENV:Envelope>");
    }

    private static void assertAccepted(String text) {
        EdxmlStatus status = Readings.status(Readings.read(text));
        assertThat(status.statusCode()).isEqualTo(StatusCode.ACCEPTED);
        assertThat(status.timestamp()).isEqualTo(Instant.parse("2026-11-20T02:30:00Z"));
    }

    @Test
    void readsElementsInAnyOrder() {
        String reversed = Messages.HEADER.lines().toList().reversed().stream()
                .filter(line -> !line.contains("MessageHeader"))
                .reduce("", String::concat);
        EdxmlDocument document = Readings.document(Readings.read("<edXML xmlns:edXML='" + Messages.NS + "'>"
                + "<AttachmentEncoded><Attachment>"
                + "<edXML:ContentTransferEncoded>aGVsbG8=</edXML:ContentTransferEncoded>"
                + "<AttachmentName>a.pdf</AttachmentName><ContentId>1</ContentId></Attachment></AttachmentEncoded>"
                + "<edXML:edXMLEnvelope><edXML:edXMLBody>" + Messages.MANIFEST + "</edXML:edXMLBody>"
                + "<edXML:edXMLHeader>" + Messages.TRACES + "<edXML:MessageHeader>" + reversed
                + "</edXML:MessageHeader></edXML:edXMLHeader></edXML:edXMLEnvelope></edXML>"));

        assertThat(document.header().subject()).isEqualTo("V/v liên thông văn bản");
        assertThat(document.header().to().getFirst().organId()).hasToString("G22");
    }

    @Test
    void readsTheRightSpellingOfBusinessToo() {
        EdxmlDocument document = Readings.document(Readings.read(Messages.document(
                Messages.HEADER,
                "<edXML:TraceHeaderList><edXML:Business><edXML:BusinessDocType>3</edXML:BusinessDocType>"
                        + "<edXML:ReplacementInfoList><edXML:ReplacementInfo><edXML:DocumentId>x</edXML:DocumentId>"
                        + "<edXML:OrganIdList><edXML:OrganId>H41</edXML:OrganId></edXML:OrganIdList>"
                        + "</edXML:ReplacementInfo></edXML:ReplacementInfoList>"
                        + "</edXML:Business></edXML:TraceHeaderList>",
                Messages.MANIFEST,
                Messages.attachment("cid:1", "aGVsbG8="))));

        assertThat(document.traceHeaderList().bussiness().bussinessDocType()).isEqualTo(BussinessDocType.REPLACE);
        assertThat(document.traceHeaderList().bussiness().replacementInfoList())
                .singleElement()
                .satisfies(info -> assertThat(info.organIdList()).hasToString("[H41]"));
    }

    @Test
    void readsDatesThatBeginWithTheDay() {
        EdxmlDocument document =
                Readings.document(Readings.read(Messages.document().replace(">2026/11/20<", ">20/11/2026<")));

        assertThat(document.header().promulgationInfo().promulgationDate()).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void makesTheDocumentIdThatASenderLeftEmpty() {
        EdxmlDocument document = Readings.document(Readings.read(Messages.documentWithout("DocumentId")));

        assertThat(document.header().documentId()).hasToString("H03,2026/11/20,12/UBND-VP");
    }

    @Test
    void notesThatThereIsNoSignature() {
        assertThat(Readings.document(Readings.read(Messages.document())).signature())
                .isNull();
    }

    @Test
    void readsAUtf8ByteOrderMarkAndTheLineBreakBehindTheFile() {
        assertThat(Readings.document(Readings.read("\uFEFF" + Messages.document() + "\r\n"))
                        .attachments())
                .hasSize(1);
    }

    @Test
    void readsBase64WithLineBreaksAndInCdata() {
        EdxmlDocument document = Readings.document(Readings.read(Messages.document(
                Messages.HEADER,
                Messages.TRACES,
                Messages.MANIFEST,
                Messages.attachment("1", "\r\n aGV\r\n\tsbG<![CDATA[8=\n]]> "))));

        assertThat(document.attachments().getFirst().content().length()).isEqualTo(5);
    }
}
