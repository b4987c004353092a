package vn.lienthong.signer.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.testpki.Issued;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;

/** RFC 3161 §2.3: the certificate is for timestamps alone, critically so, and somebody trusted vouches for it. */
class TimestampTrustTest {
    private static final Instant NOW = AuthorityFixture.NOW;
    private final TestPki pki = TestPki.at(NOW);
    private final TimestampTrust trust = new TimestampTrust(List.of(pki.root()));

    @Test
    void acceptsAnAuthority() {
        assertThat(accepts(Profile.timestamping("TSA"))).isTrue();
    }

    @Test
    void refusesAPurposeThatIsNotCriticalNotAloneOrAbsent() {
        assertThat(accepts(Profile.timestamping("TSA").withPurposesNotCritical()))
                .isFalse();
        assertThat(accepts(Profile.timestamping("TSA")
                        .withPurposes(KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_clientAuth)))
                .isFalse();
        assertThat(accepts(Profile.signer("Người ký"))).isFalse();
    }

    @Test
    void refusesACertificateThatIsNotValidAtTheTime() {
        assertThat(accepts(Profile.timestamping("TSA").expired())).isFalse();
        assertThat(accepts(Profile.timestamping("TSA").notYetValid())).isFalse();
    }

    @Test
    void refusesAStranger() {
        Issued stranger = TestPki.at(NOW).issue(Profile.timestamping("TSA"));
        assertThat(trust.accepts(stranger.certificate(), stranger.chain(), NOW)).isFalse();
    }

    @Test
    void isThroughSomebody() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimestampTrust(List.of()));
    }

    private boolean accepts(Profile profile) {
        Issued issued = pki.issue(profile);
        return trust.accepts(issued.certificate(), issued.chain(), NOW);
    }
}
