package vn.lienthong.exchange.infrastructure.edxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.domain.edxml.EdxmlReading;
import vn.lienthong.exchange.domain.edxml.EdxmlRules;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.Finding;

class EdxmlConformanceTest {

    @ParameterizedTest
    @CsvSource({
        "MessageHeader, N.MessageHeader",
        "From, N.MessageHeader.From",
        "To, N.MessageHeader.To",
        "OrganId, N.MessageHeader.From.OrganId",
        "OrganName, N.MessageHeader.From.OrganName",
        "Code, N.MessageHeader.Code",
        "CodeNumber, N.MessageHeader.Code.CodeNumber",
        "CodeNotation, N.MessageHeader.Code.CodeNotation",
        "PromulgationInfo, N.MessageHeader.PromulgationInfo",
        "PromulgationDate, N.MessageHeader.PromulgationInfo.PromulgationDate",
        "DocumentType, N.MessageHeader.DocumentType",
        "TypeName, N.MessageHeader.DocumentType.TypeName",
        "Subject, N.MessageHeader.Subject",
        "SignerInfo, N.MessageHeader.SignerInfo",
        "FullName, N.MessageHeader.SignerInfo.FullName",
        "OtherInfo, N.MessageHeader.OtherInfo",
        "Priority, N.MessageHeader.OtherInfo.Priority",
    })
    void refusesADocumentThatLacks(String element, String finding) {
        String text = Messages.document().replaceFirst("(?s)<edXML:" + element + ">.*?</edXML:" + element + ">", "");
        if (element.equals("To")) {
            text = Messages.documentWithout("To");
        }
        Failure failure = Readings.refused(Readings.read(text));

        assertThat(failure.code()).isEqualTo(FailureCode.EDXML_NOT_CONFORMANT);
        assertThat(failure.findings()).extracting(Finding::code).contains(finding);
    }

    @ParameterizedTest
    @CsvSource({
        "From, N.MessageHeader.From",
        "ResponseFor, N.MessageHeader.ResponseFor",
        "Timestamp, N.MessageHeader.Timestamp",
    })
    void refusesAStatusThatLacks(String element, String finding) {
        String text = "<edXMLEnvelope xmlns:edXML='x'><MessageHeader>"
                + Messages.STATUS_FIELDS.replaceFirst("(?s)<edXML:" + element + ">.*</edXML:" + element + ">", "")
                + "</MessageHeader></edXMLEnvelope>";

        assertThat(Readings.refused(Readings.read(text)).findings())
                .extracting(Finding::code)
                .contains(finding);
    }

    @Test
    void refusesAStatusCodeThatIsNotOneOfTheNine() {
        String text = "<edXMLEnvelope xmlns:edXML='x'><MessageHeader>" + Messages.STATUS_FIELDS.replace(">03<", ">07<")
                + "</MessageHeader></edXMLEnvelope>";

        assertFound(Readings.read(text), "R.MessageHeader.StatusCode");
    }

    @Test
    void namesEveryFaultAtOnce() {
        Failure failure = Readings.refused(Readings.read(Messages.document()
                .replace("UBND-VP</edXML:CodeN", "</edXML:CodeN")
                .replace(">0</edXML:P", ">7</edXML:P")));

        assertThat(failure.findings())
                .extracting(Finding::code)
                .containsExactly("N.MessageHeader.Code.CodeNotation", "R.MessageHeader.OtherInfo.Priority");
    }

    @Test
    void refusesAnElementThatStandsTwiceWhereItMayStandOnce() {
        assertFound(
                Readings.read(
                        Messages.document().replace("<edXML:Code>", "<edXML:Subject>x</edXML:Subject><edXML:Code>")),
                "M.MessageHeader.Subject");
        assertFound(
                Readings.read(Messages.document(
                        Messages.HEADER + Messages.HEADER, Messages.TRACES, "", Messages.attachment("1", ""))),
                "M.MessageHeader");
    }

    @Test
    void refusesAReceiverThatIsNamedTwice() {
        assertFound(Readings.read(Messages.document().replace(">G22<", ">H41<")), "M.MessageHeader.To.OrganId");
    }

    @Test
    void refusesAnOrganIdThatIsNone() {
        assertFound(Readings.read(Messages.document().replace(">G22<", ">G 22<")), "M.MessageHeader.To.OrganId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20", "2026/02/30", "hôm nay"})
    void refusesAPromulgationDateThatIsNone(String date) {
        assertFound(
                Readings.read(Messages.document().replace(">2026/11/20<", ">" + date + "<")),
                "T.MessageHeader.PromulgationInfo.PromulgationDate");
    }

    @Test
    void refusesABussinessDocTypeThatIsNotKnown() {
        assertFound(
                Readings.read(Messages.document().replace("DocType>0<", "DocType>9<")),
                "R.TraceHeaderList.Bussiness.BussinessDocType");
    }

    @Test
    void putsUpWithTextOverItsLengthUnlessAskedToBeStrict() {
        String text = Messages.document().replace("UBND-VP<", "UBND-VP-" + "X".repeat(40) + "<");

        assertThat(Readings.accepted(Readings.read(text)).findings())
                .extracting(Finding::code)
                .containsExactly("R.MessageHeader.Code.CodeNotation");
        assertFound(strict(text), "R.MessageHeader.Code.CodeNotation");
    }

    @Test
    void putsUpWithAFutureDateUnlessAskedToBeStrict() {
        String text = Messages.document().replace(">2026/11/20<", ">2026/11/24<");

        assertThat(Readings.accepted(Readings.read(text)).findings()).hasSize(1);
        assertFound(strict(text), "R.MessageHeader.PromulgationInfo.PromulgationDate");
    }

    @Test
    void putsUpWithNoTracesUnlessAskedToBeStrict() {
        String text = Messages.document(Messages.HEADER, "", Messages.MANIFEST, Messages.attachment("1", "aGVsbG8="));

        assertThat(Readings.accepted(Readings.read(text)).findings()).hasSize(1);
        assertFound(strict(text), "N.TraceHeaderList");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mật", "TỐI MẬT", "Độ tuyệt mật"})
    void refusesADocumentThatIsMarkedSecret(String sphere) {
        Failure failure = Readings.refused(Readings.read(Messages.document()
                .replace(
                        "<edXML:Priority>",
                        "<edXML:SphereOfPromulgation>" + sphere + "</edXML:SphereOfPromulgation><edXML:Priority>")));

        assertThat(failure.code()).isEqualTo(FailureCode.SECRET_DOCUMENT_REFUSED);
    }

    @Test
    void refusesTwoAttachmentsOfOneId() {
        Failure failure = Readings.refused(Readings.read(Messages.document(
                Messages.HEADER,
                Messages.TRACES,
                Messages.MANIFEST,
                Messages.attachment("1", "aGVsbG8=") + Messages.attachment("cid:1", "aGVsbG8="))));

        assertThat(failure.code()).isEqualTo(FailureCode.EDXML_ATTACHMENT_INVALID);
        assertThat(failure.findings())
                .extracting(Finding::code)
                .containsExactly("M.AttachmentEncoded.Attachment.ContentId");
    }

    @Test
    void refusesAManifestThatNamesAnAttachmentWhichIsNotThere() {
        Failure failure = Readings.refused(
                Readings.read(Messages.document(Messages.HEADER, Messages.TRACES, Messages.MANIFEST, "")));

        assertThat(failure.code()).isEqualTo(FailureCode.EDXML_ATTACHMENT_INVALID);
        assertThat(failure.findings()).extracting(Finding::code).containsExactly("N.AttachmentEncoded.Attachment");
    }

    @Test
    void findsAnAttachmentThatTheManifestDoesNotName() {
        String text = Messages.document(Messages.HEADER, Messages.TRACES, "", Messages.attachment("1", "aGVsbG8="));

        assertThat(Readings.accepted(Readings.read(text)).findings())
                .extracting(Finding::code)
                .containsExactly("N.edXMLManifest.Reference");
    }

    @Test
    void refusesAnAttachmentWithoutContent() {
        assertFound(
                Readings.read(
                        Messages.document().replaceAll("<ContentTransferEncoded>.*</ContentTransferEncoded>", "")),
                "N.AttachmentEncoded.Attachment.ContentTransferEncoded");
    }

    @Test
    void refusesARootThatIsNoEdxml() {
        assertFound(Readings.read("<html/>"), "M.edXML");
    }

    private static EdxmlReading strict(String text) {
        return Readings.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), EdxmlRules.STRICT);
    }

    private static void assertFound(EdxmlReading reading, String code) {
        assertThat(Readings.refused(reading).findings())
                .extracting(Finding::code)
                .contains(code);
    }
}
