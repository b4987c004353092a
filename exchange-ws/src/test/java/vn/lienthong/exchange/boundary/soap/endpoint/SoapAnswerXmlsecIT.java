package vn.lienthong.exchange.boundary.soap.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.it.Commands;

/**
 * What xmlsec1 and openssl, which share no code with the server, say of its answers as they stand on the wire. Source:
 * WS-Security X.509 Certificate Token Profile 1.1.1 §3.3.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SoapAnswerXmlsecIT {
    private static final Pattern TOKEN = Pattern.compile("<wsse:BinarySecurityToken[^>]*>([^<]+)<");

    @TempDir
    Path folder;

    @Test
    void anAnswerVerifiesUntilAnOctetOfItChanges() throws Exception {
        String answer = SignedSoap.post(SignedSoap.signed(SoapSystem.key("ministry"), SignedSoap.getOrganizations()))
                .body();

        assertThat(answer).contains("Bắc Kạn");
        assertVerifiesUntilChanged(answer, "Bắc Kạn", "Bắc Kan");
    }

    @Test
    void aFaultVerifiesUntilAnOctetOfItChanges() throws Exception {
        String fault = SignedSoap.post(SignedSoap.getOrganizations()).body();

        assertThat(fault).contains("signature-missing");
        assertVerifiesUntilChanged(fault, "signature-missing", "signature-missinG");
    }

    private void assertVerifiesUntilChanged(String answer, String octets, String others) throws Exception {
        Path certificate = certificate(answer);
        assertThat(Commands.run(
                                folder,
                                List.of(
                                        "openssl",
                                        "verify",
                                        "-CAfile",
                                        SoapSystem.file("pki/tls/ca.pem").toString(),
                                        certificate.toString()))
                        .status())
                .isZero();

        Commands.Result good = verify(answer, certificate);
        assertThat(good.output()).contains("SignedInfo References (ok/all): 2/2");
        assertThat(good.status()).as(good.output()).isZero();
        Commands.Result bad = verify(answer.replace(octets, others), certificate);
        assertThat(bad.status()).as(bad.output()).isNotZero();
        Matcher time = Pattern.compile("<wsu:Created>(.*?)</wsu:Created>").matcher(answer);
        assertThat(time.find()).isTrue();
        assertThat(verify(answer.replace(time.group(), "<wsu:Created>2020-01-01T00:00:00Z</wsu:Created>"), certificate)
                        .status())
                .isNotZero();
    }

    /** The ids of WS-Security are no ids of XML until somebody says so. */
    private Commands.Result verify(String answer, Path certificate) throws Exception {
        Path file = Files.writeString(folder.resolve("answer.xml"), answer);
        return Commands.run(
                folder,
                List.of(
                        "xmlsec1",
                        "--verify",
                        "--id-attr:Id",
                        "http://schemas.xmlsoap.org/soap/envelope/:Body",
                        "--id-attr:Id",
                        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd:Timestamp",
                        "--pubkey-cert-pem",
                        certificate.toString(),
                        file.toString()));
    }

    private Path certificate(String answer) throws Exception {
        Matcher token = TOKEN.matcher(answer);
        assertThat(token.find()).isTrue();
        return Files.writeString(
                folder.resolve("server.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + token.group(1).replaceAll("\\s", "").replaceAll("(.{64})", "$1\n")
                        + "\n-----END CERTIFICATE-----\n");
    }
}
