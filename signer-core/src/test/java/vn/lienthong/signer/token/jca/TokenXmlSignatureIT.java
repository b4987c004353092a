package vn.lienthong.signer.token.jca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.xml.security.Init;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.apache.xml.security.utils.Constants;
import org.apache.xml.security.utils.XMLUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.signer.testpki.Pem;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.token.KeyAlias;

/** Santuario signs with keys in SoftHSM; xmlsec1 verifies. Nothing is registered. */
class TokenXmlSignatureIT {
    private static final String XML = "<CongVan><TrichYeu>Về việc họp</TrichYeu></CongVan>";
    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String NEWER = "http://www.w3.org/2007/05/xmldsig-more#";
    private static ProviderFixture fixture;

    @BeforeAll
    static void open() throws Exception {
        Init.init();
        fixture = new ProviderFixture("jca-xml");
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        MORE + "rsa-sha256, tls-rsa",
        MORE + "rsa-sha512, tls-rsa",
        MORE + "ecdsa-sha256, tls-ec",
        MORE + "ecdsa-sha384, tls-ec"
    })
    void verifiesUntilTheTextChanges(String method, String alias, @TempDir Path folder) throws Exception {
        TokenPrivateKey key = fixture.provider.key(new KeyAlias(alias));
        String signed = signed(method, key);
        Path certificate = Pem.write(folder.resolve("key.pem"), List.of(key.certificate()));
        assertThat(verify(folder, certificate, signed).exitStatus()).isZero();
        assertThat(verify(folder, certificate, signed.replace("họp", "nghỉ")).exitStatus())
                .isNotZero();
    }

    /** xmlsec1 before 1.3 knows no PSS, so the JDK's providers judge these. */
    @ParameterizedTest
    @ValueSource(strings = {NEWER + "sha256-rsa-MGF1", NEWER + "sha512-rsa-MGF1"})
    void signsByPss(String method) throws Exception {
        TokenPrivateKey key = fixture.provider.key(ProviderFixture.RSA);
        String signed = signed(method, key);
        assertThat(holds(signed, key)).isTrue();
        assertThat(holds(signed.replace("họp", "nghỉ"), key)).isFalse();
    }

    private static boolean holds(String xml, TokenPrivateKey key) throws Exception {
        Document document = parse(xml);
        Element element = (Element) document.getElementsByTagNameNS(Constants.SignatureSpecNS, "Signature")
                .item(0);
        return new XMLSignature(element, "").checkSignatureValue(key.certificate());
    }

    private static String signed(String method, TokenPrivateKey key) throws Exception {
        Document document = parse(XML);
        XMLSignature signature =
                new XMLSignature(document, "", method, Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS, fixture.provider);
        document.getDocumentElement().appendChild(signature.getElement());
        Transforms transforms = new Transforms(document);
        transforms.addTransform(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
        transforms.addTransform(Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
        signature.addDocument("", transforms, "http://www.w3.org/2001/04/xmlenc#sha256");
        signature.sign(key);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLUtils.outputDOM(document, out, true);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Stranger verify(Path folder, Path certificate, String xml) throws Exception {
        Path file = Files.writeString(folder.resolve("signed.xml"), xml);
        return Stranger.run(
                folder, "xmlsec1", "--verify", "--pubkey-cert-pem", certificate.toString(), file.toString());
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
