package vn.lienthong.exchange.wiring.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.KeyLocator;
import vn.lienthong.signer.token.cryptoki.ModuleProfile;
import vn.lienthong.signer.token.profile.HsmProfile;
import vn.lienthong.signer.token.profile.HsmProfiles;

/**
 * Reads the file of places: {@code places} names them, {@code place.NAME.…} says what each is, {@code keys} names the keys
 * whose label is not their alias, and {@code key.ALIAS.…} how each is found. Docs: docs/hsm.md.
 */
final class PlacesFile {
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,31}";
    private static final int HEAVIEST = 100;

    private PlacesFile() {}

    /** @throws ConfigException with a sentence that names the file and the key */
    static HsmConfig read(Path file) {
        return RawConfig.ofFile(file, PlacesFile::parse);
    }

    static HsmConfig parse(Map<String, String> texts, Path folder) {
        RawConfig raw = new RawConfig(texts, folder);
        HsmConfig config = parse(raw);
        raw.refuseTheRest();
        return config;
    }

    private static HsmConfig parse(RawConfig raw) {
        List<PlaceConfig> places = new ArrayList<>();
        for (String name : raw.names("places")) {
            if (!name.matches(NAME)) {
                throw new ConfigException("a place's name is 1 to 32 of a-z 0-9 -, not " + name);
            }
            places.add(place(raw, name));
        }
        Map<KeyAlias, KeyLocator> keys = new HashMap<>();
        for (String alias : raw.has("keys") ? raw.names("keys") : List.<String>of()) {
            keys.put(alias(alias), locator(raw, alias));
        }
        requireDistinct(places);
        return new HsmConfig(places, keys);
    }

    private static PlaceConfig place(RawConfig raw, String name) {
        String prefix = "place." + name + ".";
        String label = raw.text(prefix + "token-label");
        Optional<Path> library =
                raw.has(prefix + "module-path") ? Optional.of(raw.file(prefix + "module-path")) : Optional.empty();
        Optional<String> configuration =
                raw.has(prefix + "configuration") ? Optional.of(raw.text(prefix + "configuration")) : Optional.empty();
        HsmProfile profile;
        Path path;
        ModuleProfile module;
        try {
            profile = HsmProfiles.named(raw.text(prefix + "profile"));
            path = profile.library(library);
            module = profile.module(configuration, label);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("the place " + name + " cannot be used: " + e.getMessage(), e);
        }
        int sessions = (int) raw.number(prefix + "max-sessions", profile.maxSessions(), 1, HsmConfig.MOST_SESSIONS);
        return new PlaceConfig(
                name,
                path,
                module,
                profile::requireForm,
                label,
                raw.file(prefix + "pin-file"),
                (int) raw.number(prefix + "weight", 1, 0, HEAVIEST),
                raw.millis(
                        prefix + "deadline-millis",
                        HsmConfig.DEADLINE,
                        HsmConfig.LEAST_DEADLINE,
                        HsmConfig.MOST_DEADLINE),
                sessions,
                (int) raw.number(prefix + "direct-calls", HsmConfig.NONE_DIRECT, HsmConfig.NONE_DIRECT, sessions));
    }

    private static KeyAlias alias(String text) {
        try {
            return new KeyAlias(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("the key keys names no key: " + text + ", " + e.getMessage(), e);
        }
    }

    private static KeyLocator locator(RawConfig raw, String alias) {
        String id = "key." + alias + ".id";
        String label = "key." + alias + ".label";
        try {
            return new KeyLocator(
                    raw.has(id) ? Optional.of(Bytes.ofHex(raw.text(id))) : Optional.empty(),
                    raw.has(label) ? Optional.of(raw.text(label)) : Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new ConfigException("the keys " + id + " and " + label + " find no key: " + e.getMessage(), e);
        }
    }

    private static void requireDistinct(List<PlaceConfig> places) {
        Set<List<Object>> tokens = new HashSet<>();
        Map<Path, ModuleProfile> modules = new HashMap<>();
        for (PlaceConfig place : places) {
            if (!tokens.add(List.of(place.modulePath(), place.tokenLabel()))) {
                throw new ConfigException("the place " + place.name() + " is the same token as another place");
            }
            ModuleProfile known = modules.putIfAbsent(place.modulePath(), place.module());
            if (known != null && !known.equals(place.module())) {
                throw new ConfigException(
                        "the place " + place.name() + " starts its module otherwise than another place does");
            }
        }
        if (places.stream().allMatch(place -> place.weight() == 0)) {
            throw new ConfigException("at least one place has a weight above 0");
        }
    }
}
