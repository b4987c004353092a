package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.csc.CscServer.OFFICIAL;
import static vn.lienthong.exchange.boundary.csc.CscServer.PIN;
import static vn.lienthong.exchange.boundary.csc.CscServer.TRUSTED;
import static vn.lienthong.exchange.boundary.csc.CscServer.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.csc.CscServer.Answer;
import vn.lienthong.exchange.boundary.csc.CscServer.Authenticator;
import vn.lienthong.exchange.it.Commands;

/** SHA-3 by the identifiers of its signatures, as OpenSSL verifies it; and what info names is there. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CscSha3IT {
    private static final String SHA3_256 = "2.16.840.1.101.3.4.2.8";
    private static final String RSA_SHA3_256 = "2.16.840.1.101.3.4.3.14";

    @TempDir
    Path folder;

    @Test
    void signsWithSha3() throws Exception {
        Authenticator authenticator = CscServer.enrol(OFFICIAL);
        String token = CscSigningIT.serviceToken(TRUSTED, OFFICIAL);
        String id = CscSigningIT.credential(token);
        JsonNode info = call("credentials/info", token, "{\"credentialID\":\"" + id + "\"}")
                .json();
        assertThat(info.at("/key/algo")).extracting(JsonNode::asText).contains(RSA_SHA3_256);

        byte[] text = ("Băm bằng SHA-3 " + System.nanoTime()).getBytes(StandardCharsets.UTF_8);
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA3-256").digest(text));
        String wish = "\"credentialID\":\"" + id + "\",\"hashes\":[\"" + hash + "\"],\"hashAlgorithmOID\":\"" + SHA3_256
                + "\"";
        Answer sad = call(
                "credentials/authorize",
                token,
                "{" + wish + ",\"numSignatures\":1,\"authData\":[{\"id\":\"PIN\",\"value\":\"" + PIN
                        + "\"},{\"id\":\"OTP\",\"value\":\"" + authenticator.password(0) + "\"}]}");
        Answer signed = call(
                "signatures/signHash",
                token,
                "{" + wish + ",\"SAD\":\"" + sad.json().path("SAD").asText() + "\",\"signAlgo\":\"" + RSA_SHA3_256
                        + "\"}");
        assertThat(signed.status()).as(signed.response().body()).isEqualTo(200);

        Files.write(
                folder.resolve("cert.der"),
                Base64.getDecoder().decode(info.at("/cert/certificates/0").asText()));
        Files.write(folder.resolve("document"), text);
        Files.write(
                folder.resolve("signature"),
                Base64.getDecoder().decode(signed.json().at("/signatures/0").asText()));
        Commands.succeed(
                folder,
                List.of(
                        "openssl",
                        "x509",
                        "-inform",
                        "DER",
                        "-in",
                        "cert.der",
                        "-pubkey",
                        "-noout",
                        "-out",
                        "key.pem"));
        assertThat(Commands.succeed(
                        folder,
                        List.of(
                                "openssl",
                                "dgst",
                                "-sha3-256",
                                "-verify",
                                "key.pem",
                                "-signature",
                                "signature",
                                "document")))
                .contains("Verified OK");
    }

    @Test
    void hasAPictureOfItsOwn() throws Exception {
        String logo = call("info", null, "{}").json().path("logo").asText();
        Answer picture = CscServer.send(HttpRequest.newBuilder(java.net.URI.create(logo)));
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
    }
}
