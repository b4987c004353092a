package vn.lienthong.exchange.boundary.soap.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.request.PublicAddress;
import vn.lienthong.exchange.boundary.soap.security.EnvelopeSigner;
import vn.lienthong.exchange.boundary.soap.security.RequestGuard;
import vn.lienthong.exchange.boundary.soap.security.SignatureCheck;
import vn.lienthong.exchange.boundary.soap.security.SystemKeys;
import vn.lienthong.exchange.domain.account.InMemoryReplayWindow;
import vn.lienthong.exchange.it.SlowClient;

/** A WSDL that a cache or a colleague gets does not send requests to whoever wrote the Host field first. */
final class SoapAddressIT {
    private static final URI SET = URI.create("https://lienthong.example.vn");

    @TempDir
    Path folder;

    @Test
    void namesTheAddressThatIsSetWhateverTheHostField() throws IOException {
        Clock clock = Clock.systemUTC();
        RequestGuard guard = new RequestGuard(
                new SignatureCheck(List.of(), clock), certificate -> Optional.empty(), new InMemoryReplayWindow());
        try (SoapServer server = new SoapServer(
                new StoringExchange(),
                guard,
                new EnvelopeSigner(SystemKeys.P256, clock),
                folder,
                new PublicAddress(SET))) {
            for (String host : List.of("evil.example", "lienthong.example.vn", "evil.example:1")) {
                try (SlowClient client = new SlowClient(server.port())) {
                    String wsdl = client.send("GET /soap/exchange?wsdl HTTP/1.1\r\nHost: " + host
                                    + "\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n")
                            .await()
                            .text();
                    assertThat(wsdl)
                            .startsWith("HTTP/1.1 200")
                            .contains("location=\"" + SET + "/soap/exchange\"")
                            .doesNotContain("evil");
                }
            }
        }
    }
}
