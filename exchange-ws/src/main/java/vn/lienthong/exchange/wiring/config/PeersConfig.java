package vn.lienthong.exchange.wiring.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The other exchanges that this one is joined to.
 *
 * @param station what this exchange is called among the stations of a message, by an agency's code; empty without peers
 */
public record PeersConfig(String station, List<PeerConfig> peers) {
    private static final String FILE = "peers-file";

    /**
     * One of them.
     *
     * @param system as which it stands in this exchange's directory
     * @param url of its operations
     * @param systemId as which it knows this exchange
     * @param secretFile what it shares with this exchange
     * @param interval between two looks for what waits there, 5 s by default
     */
    public record PeerConfig(
            String name, String system, URI url, String systemId, Path secretFile, Duration interval) {}

    public PeersConfig {
        peers = List.copyOf(peers);
    }

    static PeersConfig parse(RawConfig raw) {
        return raw.has(FILE) ? PeersFile.read(raw.file(FILE)) : new PeersConfig("", List.of());
    }
}
