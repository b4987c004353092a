package vn.lienthong.exchange.boundary.soap.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.soap.security.EnvelopeSigner;
import vn.lienthong.exchange.boundary.soap.security.RequestGuard;
import vn.lienthong.exchange.boundary.soap.security.SignatureCheck;
import vn.lienthong.exchange.boundary.soap.security.SigningKey;
import vn.lienthong.exchange.boundary.soap.security.SystemKeys;
import vn.lienthong.exchange.domain.account.InMemoryReplayWindow;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;
import vn.lienthong.signer.token.cryptoki.KeyPairSpec;
import vn.lienthong.signer.token.cryptoki.SoftHsm;
import vn.lienthong.signer.token.jca.TokenProvider;

/** The endpoint whose answers are signed by a key in SoftHSM, before and after the token went away. */
final class SoapWithoutTokenIT {
    private static final String TOKEN = "soap-away";
    private static final KeyAlias ALIAS = new KeyAlias("soap-answers");

    @TempDir
    static Path folder;

    @Test
    void nothingUnsignedLeavesWhenTheTokenIsAway() throws Exception {
        SoftHsm.instanceBesideServers().createToken(TOKEN);
        CertifiedKey key = new CertifiedKey(
                ALIAS,
                SignatureScheme.ECDSA_SHA256,
                SystemKeys.PKI.certify(
                        SoftHsm.instanceBesideServers().createKey(TOKEN, ALIAS.value(), KeyPairSpec.EC_P256),
                        Profile.signer("exchange.example.vn")));
        TokenPool pool = TokenPool.open(
                SoftHsm.instanceBesideServers().driver(TOKEN),
                SoftHsm.pin(),
                TokenPoolConfig.DEFAULT,
                Clock.systemUTC());
        TokenProvider provider = new TokenProvider("soap-away", pool, List.of(key));
        EnvelopeSigner signer =
                new EnvelopeSigner(new SigningKey(provider.key(ALIAS), key.certificate(), provider), Clock.systemUTC());
        RequestGuard guard = new RequestGuard(
                new SignatureCheck(List.of(SystemKeys.PKI.root()), Clock.systemUTC()),
                certificate -> Optional.empty(),
                new InMemoryReplayWindow());
        try (SoapServer server = new SoapServer(new StoringExchange(), guard, signer, folder)) {
            HttpResponse<String> signed = post(server);
            assertThat(signed.body()).contains("signature-missing", "SignatureValue");

            pool.close();
            HttpResponse<String> away = post(server);
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.body()).isEmpty();
        }
    }

    private static HttpResponse<String> post(SoapServer server) throws Exception {
        String envelope = "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                + "<GetOrganizations xmlns=\"urn:lienthong:exchange:1\"/></soap:Body></soap:Envelope>";
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address()))
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(envelope))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
