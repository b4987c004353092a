package vn.lienthong.signer.sign.xades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.sign.AdesLimits;

/** The digest is that of Santuario's canonical form; what is not plain is left alone. */
class PlainXmlTest {
    private static final String SIGNATURE =
            "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" Id=\"s\"><ds:Object/></ds:Signature>";

    @Property(tries = 2_000)
    void digestsTheCanonicalForm(@ForAll long seed) throws Exception {
        String document = RandomDocuments.document(seed);
        byte[] octets = document.getBytes(StandardCharsets.UTF_8);
        assertThat(read(octets).digest())
                .as(document)
                .isEqualTo(DigestAlgorithm.SHA256.digest(canonical(octets)).value());
    }

    /** One octet at a time, so that a chunk of the parser ends everywhere. */
    @Property(tries = 200)
    void doesNotDependOnHowOctetsCome(@ForAll long seed) throws Exception {
        byte[] octets = RandomDocuments.document(seed).getBytes(StandardCharsets.UTF_8);
        InputStream trickle = new ByteArrayInputStream(octets) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(1, length));
            }
        };
        PlainXml slow = PlainXml.read(trickle, DigestAlgorithm.SHA256.newMessageDigest(), AdesLimits.DEFAULT);
        assertThat(slow).isEqualTo(read(octets));
    }

    @Test
    void digestsLongTextsWithCharactersOfEachLength() throws Exception {
        byte[] octets = ("<a b=\"" + "xế😀&amp;\t".repeat(5_000) + "\">" + "é😀>ab\r\n".repeat(20_000) + "</a>")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(read(octets).digest())
                .isEqualTo(DigestAlgorithm.SHA256.digest(canonical(octets)).value());
    }

    @Test
    void takesASignatureAtTheEndOfTheRootOut() throws Exception {
        PlainXml without = read(octets("<a><b/> </a>"));
        PlainXml with = read(octets("<a><b/> " + SIGNATURE + "</a>"));
        assertThat(with.digest()).isEqualTo(without.digest());
        assertThat(with.signature()).contains("s");
        assertThat(without.signature()).isEmpty();
        assertThat(without.root()).isEqualTo("a");
        assertThat(read(octets("<x:a xmlns:x='urn:x'/>")).root()).isEqualTo("x:a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "<a>",
                "<a></b>",
                "<a x='1' x='2'/>",
                "<p:a/>",
                "<a>&unknown;</a>",
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
                "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
                "<?xml version='1.1'?><a/>",
                "<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
                "<a/><!-- behind -->",
                "<a/><?behind?>",
                "<a/>text",
                "<a/><b/>",
                "<a xmlns='relative'/>",
                "<a xmlns:q='relative'>x</a>",
                "<a><b xmlns:p='relative' p:c=''/></a>",
                "<a>\u0001</a>"
            })
    void leavesWhatIsNotPlain(String document) {
        assertLeft(octets(document));
    }

    @Test
    void leavesSignaturesInOtherPlaces() {
        assertLeft(octets(SIGNATURE));
        assertLeft(octets("<a>" + SIGNATURE + "<b/></a>"));
        assertLeft(octets("<a>" + SIGNATURE + SIGNATURE + "</a>"));
        assertLeft(octets("<a>" + SIGNATURE + " </a>"));
        assertLeft(octets("<a>" + SIGNATURE + "<!-- c --></a>"));
        assertLeft(octets("<a><b>" + SIGNATURE + "</b></a>"));
    }

    @Test
    void leavesOtherEncodings() {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_16, StandardCharsets.UTF_16BE}) {
            assertLeft("<?xml version='1.0' encoding='UTF-16'?><a>é</a>".getBytes(charset));
        }
        assertLeft("<a>é</a>".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void leavesWhatPassesALimit() throws Exception {
        AdesLimits limits = new AdesLimits(1, 1_000, 1_000, 3, 2);
        assertThat(read(octets("<a><b/><b/></a>"), limits).root()).isEqualTo("a");
        assertThatThrownBy(() -> read(octets("<a><b/><b/><b/></a>"), limits)).isInstanceOf(Unfamiliar.class);
        assertThatThrownBy(() -> read(octets("<a><b><c/></b></a>"), limits)).isInstanceOf(Unfamiliar.class);
    }

    private static void assertLeft(byte[] document) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(Unfamiliar.class);
    }

    private static PlainXml read(byte[] xml) throws Unfamiliar {
        return read(xml, AdesLimits.DEFAULT);
    }

    private static PlainXml read(byte[] xml, AdesLimits limits) throws Unfamiliar {
        return PlainXml.read(new ByteArrayInputStream(xml), DigestAlgorithm.SHA256.newMessageDigest(), limits);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] canonical(byte[] xml) throws Exception {
        Init.init();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS)
                .canonicalizeSubtree(factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)), out);
        return out.toByteArray();
    }
}
