package vn.lienthong.exchange.boundary.soap.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.it.Commands;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.testpki.Pem;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;
import vn.lienthong.signer.token.cryptoki.KeyPairSpec;
import vn.lienthong.signer.token.cryptoki.SoftHsm;
import vn.lienthong.signer.token.jca.TokenProvider;

/** WSS4J signs an envelope with a key in SoftHSM; xmlsec1 verifies it. Nothing is registered. */
class TokenEnvelopeSignerIT {
    @ParameterizedTest
    @CsvSource({"RSA_2048, RSA_PKCS1_SHA256", "EC_P256, ECDSA_SHA256"})
    void xmlsec1AcceptsTheEnvelopeUntilItChanges(KeyPairSpec spec, SignatureScheme scheme, @TempDir Path folder)
            throws Exception {
        String name = "soap-" + System.nanoTime();
        KeyAlias alias = new KeyAlias("soap-answers");
        SoftHsm.instanceBesideServers().createToken(name);
        PublicKey made = SoftHsm.instanceBesideServers().createKey(name, alias.value(), spec);
        CertifiedKey key =
                new CertifiedKey(alias, scheme, SystemKeys.PKI.certify(made, Profile.signer("exchange.example.vn")));
        TokenPool pool = TokenPool.open(
                SoftHsm.instanceBesideServers().driver(name),
                SoftHsm.pin(),
                TokenPoolConfig.DEFAULT,
                Clock.systemUTC());
        TokenProvider provider = new TokenProvider("soap-test", pool, List.of(key));
        EnvelopeSigner signer =
                new EnvelopeSigner(new SigningKey(provider.key(alias), key.certificate(), provider), Clock.systemUTC());

        Document envelope = SoapXml.envelope("<Answer xmlns=\"urn:test\">Bắc Kạn</Answer>");
        signer.sign(envelope);
        String text = SoapXml.text(envelope);
        Path certificate = Pem.write(folder.resolve("key.pem"), List.of(key.certificate()));
        Commands.Result good = verify(folder, certificate, text);
        assertThat(good.output()).contains("SignedInfo References (ok/all): 2/2");
        assertThat(good.status()).isZero();
        assertThat(verify(folder, certificate, text.replace("Kạn", "Kan")).status())
                .isNotZero();

        pool.close();
        assertThatThrownBy(() -> signer.sign(SoapXml.envelope("<Answer xmlns=\"urn:test\"/>")))
                .as("no answer without the token")
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.HSM_UNAVAILABLE));
    }

    private static Commands.Result verify(Path folder, Path certificate, String text) throws Exception {
        Path file = Files.writeString(folder.resolve("answer.xml"), text);
        return Commands.run(
                folder,
                List.of(
                        "xmlsec1",
                        "--verify",
                        "--id-attr:Id",
                        SoapNames.ENVELOPE + ":Body",
                        "--id-attr:Id",
                        SoapNames.WSU + ":Timestamp",
                        "--pubkey-cert-pem",
                        certificate.toString(),
                        file.toString()));
    }
}
