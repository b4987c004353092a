package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.cos.COSString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ISO 32000-2 Annex D.2: each octet is the character that PDFBox reads too, where the standard has one. */
class PdfDocEncodingTest {
    @Test
    void readsEveryOctetAsPdfBoxDoes() {
        for (int octet = 0; octet < 256; octet++) {
            byte[] one = {(byte) octet};
            // 7F, 9F and AD have no character: what they are read as is nobody's name
            if (octet != 0x7f && octet != 0x9f && octet != 0xad) {
                assertThat(PdfDocEncoding.text(one))
                        .as(Integer.toHexString(octet))
                        .isEqualTo(new COSString(one).getString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"8A, 2212", "8D, 201C", "A0, 20AC", "9D, 161", "18, 2D8", "1F, 2DC", "A1, A1", "FF, FF", "9F, FFFD"})
    void hasTheCharactersOfTheTable(String octet, String character) {
        assertThat(PdfDocEncoding.text(new byte[] {(byte) Integer.parseInt(octet, 16)}))
                .isEqualTo(Character.toString(Integer.parseInt(character, 16)));
    }
}
