package vn.lienthong.demo.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.lienthong.demo.story.DemoFailure;

class MultipartRelatedTest {
    private static final String TYPE = "multipart/related; type=\"application/xop+xml\"; boundary=\"b1\"";

    @Test
    void readsTheEnvelopeThatItWrites() {
        byte[] envelope = "<e/>".getBytes(StandardCharsets.UTF_8);
        MultipartRelated read =
                MultipartRelated.parse(MultipartRelated.contentType("b1"), MultipartRelated.of(envelope, "b1"));
        assertThat(read.root()).isEqualTo(envelope);
        assertThat(read.part("root@demo.lienthong")).isEqualTo(envelope);
    }

    @Test
    void findsTheAttachmentByItsId() {
        MultipartRelated read = MultipartRelated.parse(TYPE, octets("""
                --b1
                Content-Type: application/xop+xml
                Content-ID: <root>

                <e/>
                --b1
                Content-Type: application/octet-stream
                content-id: <doc-1@x>

                line
                --b
                --b1--
                """));
        assertThat(read.root()).isEqualTo("<e/>".getBytes(StandardCharsets.UTF_8));
        assertThat(new String(read.part("doc-1@x"), StandardCharsets.UTF_8)).isEqualTo("line\r\n--b");
    }

    @Test
    void refusesPackageWithoutItsEnd() {
        assertThatThrownBy(() -> MultipartRelated.parse(TYPE, octets("--b1\nContent-ID: <r>\n\n<e/>")))
                .isInstanceOf(DemoFailure.class);
    }

    @Test
    void refusesPackageWithoutBoundary() {
        assertThatThrownBy(() -> MultipartRelated.parse("multipart/related", octets("--b1--")))
                .isInstanceOf(DemoFailure.class);
    }

    @Property
    void answersOrRefusesWhateverComes(@ForAll byte[] anything) {
        try {
            MultipartRelated.parse(TYPE, anything).root();
        } catch (DemoFailure refused) {
            assertThat(refused.text().vi()).isNotEmpty();
        }
    }

    private static byte[] octets(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
