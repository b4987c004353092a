package vn.lienthong.signer.token.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.cryptoki.Mechanism;
import vn.lienthong.signer.token.cryptoki.ModuleProfile;

class HsmProfilesTest {
    private static final Map<String, String> SMALLEST = Map.of(
            "product", "an HSM",
            "tried", "no",
            "libraries", "/opt/hsm.so",
            "pin", "any",
            "pin-pattern", ".+",
            "initialises-tokens", "no",
            "max-sessions", "4",
            "mechanisms", "CKM_ECDSA");

    @Test
    void everyProfileIsWholeAndSaysWhetherItWasTried() {
        assertThat(HsmProfiles.all()).hasSize(7).allSatisfy(profile -> {
            assertThat(profile.libraries()).isNotEmpty().allMatch(Path::isAbsolute);
            assertThat(profile.quirks()).isNotEmpty();
            assertThat(profile.mechanisms()).contains(Mechanism.CKM_RSA_PKCS, Mechanism.CKM_ECDSA);
        });
        assertThat(HsmProfiles.all().stream().filter(HsmProfile::tried).map(HsmProfile::name))
                .containsExactly("softhsm", "nss");
    }

    @Test
    void refusesAMakeThatNobodyKnows() {
        assertThatThrownBy(() -> HsmProfiles.named("../secret"))
                .isInstanceOf(ProfileException.class)
                .hasMessageStartingWith("no HSM profile is named ../secret; there are softhsm, nss");
    }

    @ParameterizedTest
    @CsvSource({
        "yubihsm, 0001password, true",
        "yubihsm, hunter22xyz, false",
        "yubihsm, 0001short, false",
        "cloudhsm, signer:password1, true",
        "cloudhsm, password1, false",
        "softhsm, 1234, true",
        "softhsm, 123, false"
    })
    void looksAtThePinsFormBeforeItIsTried(String make, String text, boolean fits) {
        HsmProfile profile = HsmProfiles.named(make);
        try (Pin pin = new Pin(text.toCharArray())) {
            if (fits) {
                assertThatCode(() -> profile.requireForm(pin)).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> profile.requireForm(pin))
                        .isInstanceOf(ProfileException.class)
                        .hasMessageStartingWith("the PIN of " + profile.product() + " is ")
                        .hasMessageNotContaining(text);
            }
        }
    }

    @Test
    void tellsAModuleWhatItWantsAtItsStart() {
        assertThat(HsmProfiles.named("softhsm").module(Optional.empty(), "agency"))
                .isEqualTo(ModuleProfile.STANDARD);
        assertThat(HsmProfiles.named("nss").module(Optional.of("/var/nss"), "agency"))
                .isEqualTo(ModuleProfile.nss(Path.of("/var/nss"), "agency"));
        assertThat(HsmProfiles.named("yubihsm").module(Optional.of("http://127.0.0.1:12345"), "YubiHSM"))
                .isEqualTo(new ModuleProfile("connector=http://127.0.0.1:12345"));
    }

    @Test
    void refusesAConfigurationThatDoesNotFit() {
        assertThatThrownBy(() -> HsmProfiles.named("luna").module(Optional.of("x"), "agency"))
                .hasMessageContaining("irrelevant");
        assertThatThrownBy(() -> HsmProfiles.named("nss").module(Optional.empty(), "agency"))
                .hasMessageContaining("wants a configuration");
        assertThatThrownBy(() -> HsmProfiles.named("nss").module(Optional.of("/var/n' flags=x"), "agency"))
                .isInstanceOf(ProfileException.class);
        assertThatThrownBy(() -> HsmProfiles.named("nss").module(Optional.of("/var/nss"), "a' flags='"))
                .isInstanceOf(ProfileException.class);
        assertThatThrownBy(() -> HsmProfiles.named("yubihsm").module(Optional.of("http://x debug"), "y"))
                .isInstanceOf(ProfileException.class);
    }

    @Test
    void refusesALibraryThatIsNotThere() {
        assertThatThrownBy(() -> HsmProfiles.named("softhsm").library(Optional.of(Path.of("/none.so"))))
                .hasMessageContaining("/none.so");
    }

    @ParameterizedTest
    @ValueSource(strings = {"product", "tried", "libraries", "pin", "pin-pattern", "initialises-tokens", "mechanisms"})
    void refusesAProfileThatLacksSomething(String key) {
        Map<String, String> texts = new HashMap<>(SMALLEST);
        texts.remove(key);
        assertThatThrownBy(() -> HsmProfile.parse("x", texts))
                .isInstanceOf(ProfileException.class)
                .hasMessage("the profile x lacks " + key);
    }

    @Test
    void refusesAProfileWithMoreOrOtherThanThat() {
        assertThat(HsmProfile.parse("x", SMALLEST).maxSessions()).isEqualTo(4);
        assertThatThrownBy(() -> HsmProfile.parse("x", with("configuration", "y")))
                .hasMessage("the profile x does not know configuration");
        assertThatThrownBy(() -> HsmProfile.parse("x", with("initialisation", "a={configuration}")))
                .hasMessage("the profile x lacks configuration");
        assertThatThrownBy(() -> HsmProfile.parse("x", with("tried", "perhaps")))
                .hasMessageContaining("yes or no");
        assertThatThrownBy(() -> HsmProfile.parse("x", with("max-sessions", "31")))
                .hasMessageContaining("1 to 30");
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> texts = new HashMap<>(SMALLEST);
        texts.put(key, value);
        return texts;
    }
}
