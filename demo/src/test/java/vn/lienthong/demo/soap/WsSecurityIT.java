package vn.lienthong.demo.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import vn.lienthong.demo.story.DemoFailure;
import vn.lienthong.demo.xml.Xml;

class WsSecurityIT {
    @TempDir
    private Path folder;

    private Machines machines;

    @BeforeEach
    void makeAuthority() throws Exception {
        machines = new Machines(folder);
    }

    @Test
    void believesAMachineOfItsAuthority() throws Exception {
        Document sent = reread(signedBy(machines.known("server")));
        assertThatCode(() -> new WsSecurity(machines.known("client")).verify(sent))
                .doesNotThrowAnyException();
    }

    @Test
    void doesNotBelieveAnotherMachineOfItsAuthority() throws Exception {
        Document sent = reread(signedBy(machines.known("other")));
        assertRefused(sent, "the signature of the answer is not valid");
    }

    @Test
    void doesNotBelieveAStranger() throws Exception {
        Document sent = reread(signedBy(machines.stranger("stranger")));
        assertRefused(sent, "the signature of the answer is not valid");
    }

    @Test
    void doesNotBelieveAChangedBody() throws Exception {
        Document sent = reread(signedBy(machines.known("server")));
        Xml.all(sent.getDocumentElement(), "Value").getFirst().setTextContent("other");
        assertRefused(sent, "the signature of the answer is not valid");
    }

    @Test
    void doesNotBelieveAnUnsignedAnswer() throws Exception {
        assertRefused(envelope(), "the Body of the answer is not signed");
    }

    @Test
    void coversBodyAndTimestamp() throws Exception {
        Document sent = signedBy(machines.known("client"));
        assertThat(Xml.all(sent.getDocumentElement(), "Reference").stream()
                        .filter(r -> r.hasAttribute("URI")
                                && !Xml.all(r, "DigestValue").isEmpty()))
                .hasSize(2);
        assertThat(Xml.all(sent.getDocumentElement(), "Timestamp")).hasSize(1);
    }

    private void assertRefused(Document sent, String why) throws Exception {
        WsSecurity client = new WsSecurity(machines.known("client"));
        assertThatThrownBy(() -> client.verify(sent))
                .isInstanceOf(DemoFailure.class)
                .hasMessageStartingWith(why);
    }

    private static Document signedBy(SystemKey key) {
        Document envelope = envelope();
        new WsSecurity(key).sign(envelope);
        return envelope;
    }

    private static Document reread(Document document) {
        return Xml.parse(Xml.serialized(document));
    }

    private static Document envelope() {
        return SoapEnvelope.of("urn:t", "Say", Map.of("Value", "this"));
    }
}
