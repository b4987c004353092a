package vn.lienthong.exchange.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.KeyLocator;
import vn.lienthong.signer.token.cryptoki.ModuleProfile;

class PlacesFileTest {
    @TempDir
    Path folder;

    private final Map<String, String> texts = new HashMap<>();

    @BeforeEach
    void twoPlaces() throws Exception {
        for (String file : new String[] {"hsm.so", "nss.so", "a.pin", "b.pin"}) {
            Files.writeString(folder.resolve(file), "x");
        }
        texts.putAll(Map.of(
                "places", "hsm-1, spare",
                "place.hsm-1.profile", "softhsm",
                "place.hsm-1.module-path", "hsm.so",
                "place.hsm-1.token-label", "agency",
                "place.hsm-1.pin-file", "a.pin",
                "place.hsm-1.weight", "3",
                "place.spare.profile", "nss",
                "place.spare.module-path", "nss.so",
                "place.spare.token-label", "agency",
                "place.spare.pin-file", "b.pin"));
        texts.putAll(Map.of(
                "place.spare.configuration", "/var/nss",
                "place.spare.weight", "0",
                "place.spare.deadline-millis", "900",
                "place.spare.max-sessions", "4",
                "place.spare.direct-calls", "2",
                "keys", "seal",
                "key.seal.id", "0a0b"));
    }

    @Test
    void readsPlacesAndWhereTheirKeysAre() {
        HsmConfig config = PlacesFile.parse(texts, folder);
        assertThat(config.places()).extracting(PlaceConfig::name).containsExactly("hsm-1", "spare");
        assertThat(config.places()).extracting(PlaceConfig::weight).containsExactly(3, 0);
        PlaceConfig spare = config.places().get(1);
        assertThat(spare.module()).isEqualTo(ModuleProfile.nss(Path.of("/var/nss"), "agency"));
        assertThat(spare.deadline()).isEqualTo(Duration.ofMillis(900));
        assertThat(spare.maxSessions()).isEqualTo(4);
        assertThat(spare.directCalls()).isEqualTo(2);
        assertThat(config.places().get(0).directCalls()).isZero();
        assertThat(config.keys())
                .containsExactly(Map.entry(new KeyAlias("seal"), KeyLocator.ofId(Bytes.ofHex("0a0b"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "places",
                "place.hsm-1.profile",
                "place.hsm-1.token-label",
                "place.hsm-1.pin-file",
                "place.spare.configuration",
                "key.seal.id"
            })
    void refusesWhatIsMissing(String key) {
        texts.remove(key);
        assertThatThrownBy(() -> PlacesFile.parse(texts, folder)).isInstanceOf(ConfigException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "place.other.weight, 1, these keys are unknown: place.other.weight",
        "place.hsm-1.slot, 4, these keys are unknown: place.hsm-1.slot",
        "place.hsm-1.configuration, x, irrelevant",
        "place.hsm-1.weight, 101, wants a number from 0 to 100",
        "place.hsm-1.max-sessions, 31, wants a number from 1 to 30",
        "place.hsm-1.profile, smartcard, no HSM profile is named smartcard",
        "place.hsm-1.module-path, none.so, cannot be read",
        "key.other.id, 01, these keys are unknown: key.other.id",
        "key.seal.id, zz, find no key",
        "keys, 'seal,seal', names each once",
        "places, Hsm, a place's name",
        "place.hsm-1.weight, 0, at least one place has a weight above 0"
    })
    void refusesWhatDoesNotFit(String key, String value, String sentence) {
        texts.put(key, value);
        assertThatThrownBy(() -> PlacesFile.parse(texts, folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void refusesOneTokenTwice() {
        texts.put("place.spare.profile", "softhsm");
        texts.remove("place.spare.configuration");
        texts.put("place.spare.module-path", "hsm.so");
        assertThatThrownBy(() -> PlacesFile.parse(texts, folder)).hasMessageContaining("the same token");
    }

    @Test
    void refusesOneModuleThatIsStartedInTwoWays() {
        texts.put("place.spare.module-path", "hsm.so");
        texts.put("place.spare.token-label", "other");
        assertThatThrownBy(() -> PlacesFile.parse(texts, folder)).hasMessageContaining("starts its module otherwise");
    }

    @Test
    void thePlacesFileStandsInPlaceOfTheKeysOfOneToken() throws Exception {
        StringBuilder file = new StringBuilder();
        texts.forEach((key, value) -> file.append(key).append('=').append(value).append('\n'));
        Files.writeString(folder.resolve("places.properties"), file);
        Map<String, String> exchange = new HashMap<>(Map.of("hsm-places-file", "places.properties"));
        assertThat(HsmConfig.parse(new RawConfig(exchange, folder)).places()).hasSize(2);
        exchange.put("hsm-token-label", "agency");
        assertThatThrownBy(() -> HsmConfig.parse(new RawConfig(exchange, folder)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("the key hsm-token-label is irrelevant");
        exchange.remove("hsm-token-label");
        Files.writeString(folder.resolve("places.properties"), file + "more=1\n");
        assertThatThrownBy(() -> HsmConfig.parse(new RawConfig(exchange, folder)))
                .hasMessage("in places.properties: these keys are unknown: more");
    }
}
