package vn.lienthong.demo.edxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 9, 5, 7);
    private static final OfficialDocument LETTER = new OfficialDocument(
            Agency.BAC_KAN,
            List.of(Agency.MINISTRY, Agency.CAO_BANG),
            1234,
            "UBND-NC",
            "Bắc Kạn",
            LocalDate.of(2026, 11, 23),
            "kết nối <hệ thống> & liên thông",
            "TM. ỦY BAN NHÂN DÂN",
            "CHỦ TỊCH",
            "Nguyễn Văn An",
            1,
            "cong-van.pdf");

    @Test
    void namesADocumentAsTheFieldDoes() {
        assertThat(LETTER.documentId()).isEqualTo("000.00.00.H03,2026/11/23,1234/UBND-NC");
    }

    @Test
    void givesBackTheAttachmentOctetForOctet() {
        byte[] pdf = {0, 1, 2, (byte) 0xFF, 13, 10};
        assertThat(Attachments.only(DocumentMessage.of(LETTER, pdf, NOW))).containsExactly(pdf);
    }

    @Test
    void prefixesTheEnvelopeAndLeavesAttachmentsPlain() {
        String text = new String(DocumentMessage.of(LETTER, new byte[1], NOW), StandardCharsets.UTF_8);
        assertThat(text)
                .contains("<edXML xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"><edXML:edXMLEnvelope")
                .contains("<edXML:To><edXML:OrganId>000.00.00.G06</edXML:OrganId>")
                .contains("<edXML:To><edXML:OrganId>000.00.00.H14</edXML:OrganId>")
                .contains("V/v kết nối &lt;hệ thống")
                .contains("<Attachment><ContentId>cid:1</ContentId>")
                .contains("<edXML:Timestamp>2026/11/23 09:05:07</edXML:Timestamp>");
    }

    @Test
    void readsTheStatusThatItWrites() {
        byte[] edxml = StatusMessage.of(LETTER, Agency.CAO_BANG, "06", "Đã hoàn thành", NOW);
        assertThat(StatusMessage.parse(edxml))
                .isEqualTo(new StatusMessage("000.00.00.H14", LETTER.documentId(), "06", "Đã hoàn thành"));
    }

    @Test
    void refusesDocumentTypeInXml() {
        byte[] bomb = "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> StatusMessage.parse(bomb)).hasMessageContaining("not well-formed");
    }
}
