package vn.lienthong.exchange.domain.edxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

class XmlTextTest {
    @Test
    void keepsWhatAMessageCanCarry() {
        String text = "Văn thư\t\r\n\uE000\uFFFD\uD83D\uDCDC";
        assertThat(XmlText.fits(text)).isTrue();
        assertThat(XmlText.fitted(text)).isEqualTo(text);
        assertThat(XmlText.fitted("a\u0000b\u001Fc\uD800d\uFFFE")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFD");
    }

    /** The parser of the JDK decides, for the characters around each border, and for one of each plane. */
    @Test
    void agreesWithAParser() throws Exception {
        XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
        int[] points = IntStream.concat(
                        IntStream.concat(IntStream.rangeClosed(0, 0x2FF), IntStream.rangeClosed(0xD7F0, 0xE010)),
                        IntStream.concat(
                                IntStream.rangeClosed(0xFF00, 0xFFFF),
                                IntStream.rangeClosed(1, 16).map(plane -> plane << 16)))
                .toArray();
        for (int point : points) {
            assertThat(XmlText.fits(Character.toString(point)))
                    .as("U+%04X", point)
                    .isEqualTo(parses(parsers, point));
        }
    }

    private static boolean parses(XMLInputFactory parsers, int point) throws XMLStreamException {
        var parser = parsers.createXMLStreamReader(new StringReader("<a>&#" + point + ";</a>"));
        try {
            while (parser.hasNext()) {
                parser.next();
            }
            return true;
        } catch (XMLStreamException e) {
            return false;
        } finally {
            parser.close();
        }
    }
}
