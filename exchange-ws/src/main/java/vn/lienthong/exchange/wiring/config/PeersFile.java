package vn.lienthong.exchange.wiring.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the file of the other exchanges: {@code station} is this one's name among the stations of a message, {@code peers}
 * names the others, and {@code peer.NAME.…} says where one is and how it knows this exchange. Docs: docs/relay.md.
 */
final class PeersFile {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final Pattern SYSTEM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern STATION = Pattern.compile("[A-Za-z0-9.]{1,35}");

    private PeersFile() {}

    /** @throws ConfigException with a sentence that names the file and the key */
    static PeersConfig read(Path file) {
        return RawConfig.ofFile(file, PeersFile::parse);
    }

    static PeersConfig parse(RawConfig raw) {
        List<PeersConfig.PeerConfig> peers = new ArrayList<>();
        Set<String> systems = new HashSet<>();
        for (String name : raw.names("peers")) {
            if (!NAME.matcher(name).matches()) {
                throw new ConfigException("a peer's name is 1 to 32 of a-z 0-9 -, not " + name);
            }
            PeersConfig.PeerConfig peer = peer(raw, name, "peer." + name + ".");
            if (!systems.add(peer.system())) {
                throw new ConfigException("two peers are the system " + peer.system());
            }
            peers.add(peer);
        }
        return new PeersConfig(matching(raw, "station", STATION, "an agency's code"), peers);
    }

    private static PeersConfig.PeerConfig peer(RawConfig raw, String name, String prefix) {
        return new PeersConfig.PeerConfig(
                name,
                matching(raw, prefix + "system", SYSTEM, "the id of a system of the directory"),
                address(raw, prefix + "url"),
                matching(raw, prefix + "system-id", SYSTEM, "the system id that the peer gave to this exchange"),
                raw.file(prefix + "secret-file"),
                raw.millis(
                        prefix + "interval-millis",
                        Duration.ofSeconds(5),
                        Duration.ofMillis(100),
                        Duration.ofHours(1)));
    }

    private static String matching(RawConfig raw, String key, Pattern form, String wanted) {
        String text = raw.text(key);
        if (!form.matcher(text).matches()) {
            throw new ConfigException("the key " + key + " wants " + wanted + ", not " + text);
        }
        return text;
    }

    /** Without the slash at its end, if it has one. */
    private static URI address(RawConfig raw, String key) {
        String text = raw.text(key).replaceAll("/+$", "");
        try {
            URI address = new URI(text);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (web
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new ConfigException("the key " + key + " wants an address, not " + text, e);
        }
        throw new ConfigException("the key " + key + " wants an address of http or https, not " + text);
    }
}
