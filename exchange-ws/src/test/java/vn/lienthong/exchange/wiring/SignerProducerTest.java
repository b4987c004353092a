package vn.lienthong.exchange.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.wiring.config.ConfigException;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.token.CertifiedKey;

class SignerProducerTest {
    private static final LogId LOG = new LogId("it-log");

    private final TestPki pki = TestPki.at(Instant.parse("2026-11-30T00:00:00Z"));

    private CertifiedKey key(Profile profile) {
        return pki.issue(profile).under("log-seal");
    }

    @Test
    void startsWithTheSealOfItsOwnLogAlone() {
        SignerProducer.requireSealOf(LOG, key(Profile.logSeal("Con dấu nhật ký", "it-log")));
        for (Profile other : new Profile[] {
            Profile.logSeal("Con dấu nhật ký", "another-log"), Profile.signer("Chủ tịch"), Profile.timestamping("TSA")
        }) {
            assertThatThrownBy(() -> SignerProducer.requireSealOf(LOG, key(other)))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("log-seal-key");
        }
    }
}
