package vn.lienthong.exchange.infrastructure.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.account.SharedSecret;
import vn.lienthong.exchange.domain.solecontrol.PinHash;
import vn.lienthong.exchange.domain.solecontrol.SigningPin;

class Argon2PinHasherTest {
    private final Argon2PinHasher hasher = new Argon2PinHasher(new SecureRandom());

    @Test
    void knowsThePinAgainAndNoOther() {
        PinHash hash = hasher.hash(new SigningPin("482915"));
        assertThat(hasher.matches(new SigningPin("482915"), hash)).isTrue();
        assertThat(hasher.matches(new SigningPin("482916"), hash)).isFalse();
        assertThat(hasher.matches(new SigningPin(""), hash)).isFalse();
        assertThat(hasher.matches(new SigningPin("4829150"), hash)).isFalse();
    }

    @Test
    void givesEachPinASaltOfItsOwn() {
        assertThat(hasher.hash(new SigningPin("482915"))).isNotEqualTo(hasher.hash(new SigningPin("482915")));
    }

    @Test
    void refusesWhatIsNoHashOfIts() {
        byte[] octets = hasher.hash(new SigningPin("482915")).encoded().reveal();
        octets[0] = 2;
        assertThat(hasher.matches(new SigningPin("482915"), new PinHash(SharedSecret.of(octets))))
                .isFalse();
        assertThat(hasher.matches(new SigningPin("482915"), new PinHash(SharedSecret.of(new byte[8]))))
                .isFalse();
    }

    /** Made by the reference implementation: {@code argon2 saltsaltsaltsalt -id -t 2 -k 19456 -p 1 -l 32 -v 13}. */
    @Test
    void agreesWithTheReferenceImplementation() {
        byte[] octets = HexFormat.of()
                .parseHex("01" + "73616c74".repeat(4)
                        + "8957b8f491503014df70b1d1480155ba50f537d145954ab0ffef48019887c1a3");
        assertThat(hasher.matches(new SigningPin("482915"), new PinHash(SharedSecret.of(octets))))
                .isTrue();
    }
}
