package vn.lienthong.signer.token.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The makes of HSM that are known here. */
public final class HsmProfiles {
    /** In the order in which documents list them: what is tried first. */
    public static final List<String> NAMES =
            List.of("softhsm", "nss", "luna", "nshield", "utimaco", "yubihsm", "cloudhsm");

    private HsmProfiles() {}

    /** @throws ProfileException if there is no such make */
    public static HsmProfile named(String name) {
        if (!NAMES.contains(name)) {
            throw new ProfileException("no HSM profile is named " + name + "; there are " + String.join(", ", NAMES));
        }
        Properties properties = new Properties();
        try (InputStream octets = HsmProfiles.class.getResourceAsStream(name + ".properties")) {
            if (octets == null) {
                throw new IllegalStateException("the profile " + name + " is not in the library");
            }
            properties.load(new InputStreamReader(octets, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return HsmProfile.parse(name, texts);
    }

    public static List<HsmProfile> all() {
        return NAMES.stream().map(HsmProfiles::named).toList();
    }
}
