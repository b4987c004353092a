package vn.lienthong.exchange.infrastructure.edxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.edxml.BussinessDocType;
import vn.lienthong.exchange.domain.edxml.EdxmlDocument;
import vn.lienthong.exchange.domain.edxml.EdxmlStatus;
import vn.lienthong.exchange.domain.edxml.EnvelopeSignature;
import vn.lienthong.exchange.domain.edxml.Organ;
import vn.lienthong.exchange.domain.edxml.Priority;
import vn.lienthong.exchange.domain.edxml.StatusCode;

class FieldSamplesTest {

    @Test
    void readsADocumentOfTheField() throws Exception {
        byte[] octets = Samples.edxml("edoc_new.edxml");
        EdxmlDocument document = Readings.document(Readings.read(octets));

        assertThat(document.from().organId()).hasToString("000.00.00.A80");
        assertThat(document.header().to()).extracting(Organ::organId).hasToString("[28.22.H17]");
        assertThat(document.header().documentId()).hasToString("000.00.00.G22,2015/09/30,7816/VPCP-TTĐT");
        assertThat(document.header().code()).hasToString("74fass22/VPCP-TTĐT");
        assertThat(document.header().documentType().typeName()).isEqualTo("Công văn");
        assertThat(document.header().otherInfo().priority()).isEqualTo(Priority.NORMAL);
        assertThat(document.header().dueDate()).hasToString("2018-09-28");
        assertThat(document.header().steeringType()).hasValue(1);
        assertThat(document.header().toPlaces()).hasSize(2);
        assertThat(document.traceHeaderList().bussiness().bussinessDocType()).isEqualTo(BussinessDocType.NEW);
        assertThat(document.signature()).isEqualTo(new EnvelopeSignature("http://www.w3.org/2000/09/xmldsig#rsa-sha1"));
        assertThat(document.attachments()).singleElement().satisfies(attachment -> {
            assertThat(attachment.contentId()).isEqualTo("209");
            assertThat(attachment.contentType()).isEqualTo("application/zip");
            assertThat(attachment.content()).isEqualTo(attachmentByOtherMeans(octets));
        });
    }

    /** Without an XML parser: what stands between the tags. */
    private static ContentRef attachmentByOtherMeans(byte[] octets) throws Exception {
        String text = new String(octets, StandardCharsets.UTF_8);
        int start = text.indexOf('>', text.indexOf("ContentTransferEncoded")) + 1;
        byte[] content = Base64.getMimeDecoder().decode(text.substring(start, text.indexOf('<', start)));
        return new ContentRef(
                Sha256Digest.of(MessageDigest.getInstance("SHA-256").digest(content)), content.length);
    }

    @Test
    void readsTheStatusThatADocumentHasArrived() throws IOException {
        EdxmlStatus status = Readings.status(Readings.read(Samples.edxml("status_inbox_01.edxml")));

        assertThat(status.statusCode()).isEqualTo(StatusCode.ARRIVED);
        assertThat(status.from().organId()).hasToString("000.00.00.H41");
        assertThat(status.responseFor().organId()).hasToString("000.00.00.G22");
        assertThat(status.responseFor().documentId()).isEqualTo("000.00.00.G22,2015/09/30,7816/VPCP-TTĐT");
        assertThat(status.timestamp()).isEqualTo(Instant.parse("2015-09-20T04:08:36Z"));
        assertThat(status.staffInfo()).isNotNull();
    }

    @Test
    void readsTheStatusThatADocumentIsBeingDealtWith() throws IOException {
        EdxmlStatus status = Readings.status(Readings.read(Samples.edxml("status_processing_05.edxml")));

        assertThat(status.statusCode()).isEqualTo(StatusCode.PROCESSING);
        assertThat(status.description()).isEqualTo("Đang xử lý văn bản đến");
    }

    @Test
    void findsNothingToPutUpWithInThem() throws IOException {
        for (String name : new String[] {"edoc_new.edxml", "status_inbox_01.edxml", "status_processing_05.edxml"}) {
            assertThat(Readings.accepted(Readings.read(Samples.edxml(name))).findings())
                    .as(name)
                    .isEmpty();
        }
    }
}
