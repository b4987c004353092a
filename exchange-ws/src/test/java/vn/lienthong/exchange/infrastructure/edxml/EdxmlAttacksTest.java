package vn.lienthong.exchange.infrastructure.edxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.domain.edxml.EdxmlRules;
import vn.lienthong.exchange.domain.failure.FailureCode;

class EdxmlAttacksTest {
    private static final long MILLION = 1_000_000;

    /** More than a message may hold before it is refused. */
    private static final long SOON = 20 * MILLION;

    @Test
    void refusesTenMillionNestedElements() {
        assertRefusedSoon(new PatternStream("", "<a>", 10 * MILLION, ""), FailureCode.EDXML_LIMIT_EXCEEDED);
    }

    @Test
    void refusesTenMillionElementsSideBySide() {
        assertRefusedSoon(
                new PatternStream("<edXML>", "<a/>", 10 * MILLION, "</edXML>"), FailureCode.EDXML_LIMIT_EXCEEDED);
    }

    @Test
    void refusesTenMillionElementsInsideAnAttachment() {
        assertRefusedSoon(
                new PatternStream(
                        "<edXML><AttachmentEncoded><Attachment><ContentTransferEncoded>", "<a>", 10 * MILLION, ""),
                FailureCode.EDXML_ATTACHMENT_INVALID);
    }

    @Test
    void refusesAMillionAttributes() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        assertRefused("<edXML" + attributes + "/>", FailureCode.EDXML_LIMIT_EXCEEDED);
        assertRefusedSoon(
                new PatternStream("<edXML ", "abcdefgh", 100 * MILLION, "=''/>"), FailureCode.EDXML_LIMIT_EXCEEDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<edXML a='",
                "<!--",
                "<?pi ",
                "<edXML><MessageHeader>",
                "<edXML><AttachmentEncoded><Attachment><ContentTransferEncoded><!--",
                "<edXML><AttachmentEncoded><Attachment><ContentTransferEncoded><"
            })
    void refusesATokenWithoutEnd(String head) {
        assertRefusedSoon(new PatternStream(head, "abcdefgh", 1000 * MILLION, ""), FailureCode.EDXML_LIMIT_EXCEEDED);
    }

    @Test
    void refusesADoctype() {
        assertRefused(
                "<!DOCTYPE edXML SYSTEM 'http://127.0.0.1:9/edxml.dtd'>" + Messages.document(),
                FailureCode.EDXML_DTD_REFUSED);
    }

    @Test
    void refusesAnExternalEntity() {
        assertRefused(
                "<!DOCTYPE edXML [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                        + Messages.document().replace("V/v", "&x;"),
                FailureCode.EDXML_DTD_REFUSED);
    }

    @Test
    void refusesABillionLaughs() {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE edXML [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 10; i++) {
            dtd.append("<!ENTITY l")
                    .append(i)
                    .append(" '")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        assertRefused(dtd + "]>" + Messages.document().replace("V/v", "&l9;"), FailureCode.EDXML_DTD_REFUSED);
    }

    @Test
    void refusesAnEntityThatNothingDeclares() {
        assertRefused(Messages.document().replace("V/v", "&x;"), FailureCode.EDXML_NOT_XML);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aGVsbG8", "aGVsbG8=="})
    void readsOrRefusesAnAttachmentByItsLastGroupAlone(String base64) {
        String text = document(base64);
        if (base64.endsWith("==")) {
            assertRefused(text, FailureCode.EDXML_ATTACHMENT_INVALID);
        } else {
            assertThat(Readings.document(Readings.read(text))
                            .attachments()
                            .getFirst()
                            .content()
                            .length())
                    .isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "aGVsb", "aGV*bG8=", "aGVsbG8=aGVs", "====", "%PDF-1.7", "aGVé", "aGVs-G8_"})
    void refusesAnAttachmentThatIsNotBase64(String base64) {
        assertRefused(document(base64), FailureCode.EDXML_ATTACHMENT_INVALID);
    }

    @Test
    void refusesAnElementInsideAnAttachmentsContent() {
        assertRefused(document("aGVs<x/>bG8="), FailureCode.EDXML_ATTACHMENT_INVALID);
    }

    @Test
    void namesAFileThatBreaksOffAnywhere() {
        String whole = Messages.document();
        for (int end = 20; end < whole.length() - 1; end += 37) {
            assertThat(Readings.refused(Readings.read(whole.substring(0, end))).code())
                    .as("after %d characters", end)
                    .isEqualTo(FailureCode.BODY_TRUNCATED);
        }
    }

    @Test
    void refusesAnEmptyFile() {
        assertRefused("", FailureCode.EDXML_NOT_XML);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" ", "xin chào", "{\"a\":1}", "%PDF-1.7", "PK\u0003\u0004", "<a></b>", "<a/><b/>", "<p:a/>"})
    void refusesWhatIsNotXml(String text) {
        assertRefused(text, FailureCode.EDXML_NOT_XML);
    }

    @Test
    void refusesOctetsThatAreNotUtf8() {
        byte[] octets = Messages.document().getBytes(StandardCharsets.UTF_8);
        octets[Messages.document().indexOf("UBND")] = (byte) 0xff;

        assertThat(Readings.refused(Readings.read(octets)).code()).isEqualTo(FailureCode.EDXML_NOT_XML);
    }

    @Test
    void refusesOtherEncodingsThanUtf8() {
        assertThat(Readings.refused(Readings.read(("\uFEFF" + Messages.document()).getBytes(StandardCharsets.UTF_16LE)))
                        .code())
                .isEqualTo(FailureCode.EDXML_NOT_XML);
        assertThat(Readings.refused(Readings.read(("\uFEFF" + Messages.document()).getBytes(StandardCharsets.UTF_16BE)))
                        .code())
                .isEqualTo(FailureCode.EDXML_NOT_XML);
        assertRefused("<?xml version='1.0' encoding='windows-1258'?>" + Messages.document(), FailureCode.EDXML_NOT_XML);
    }

    @Test
    void tellsABrokenConnectionFromABrokenFile() {
        byte[] start = Arrays.copyOf(Messages.document().getBytes(StandardCharsets.UTF_8), 500);
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(start), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });

        assertThatIOException()
                .isThrownBy(() -> new WoodstoxEdxmlReader(Readings.CLOCK).read(broken, EdxmlRules.FIELD))
                .withMessage("connection reset");
    }

    private static String document(String base64) {
        return Messages.document(Messages.HEADER, Messages.TRACES, Messages.MANIFEST, Messages.attachment("1", base64));
    }

    private static void assertRefused(String text, FailureCode code) {
        assertThat(Readings.refused(Readings.read(text)).code()).isEqualTo(code);
    }

    private static void assertRefusedSoon(PatternStream stream, FailureCode code) {
        assertThat(Readings.refused(Readings.read(stream)).code()).isEqualTo(code);
        assertThat(stream.position()).isLessThan(SOON);
    }
}
