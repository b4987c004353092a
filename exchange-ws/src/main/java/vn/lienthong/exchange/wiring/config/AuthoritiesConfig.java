package vn.lienthong.exchange.wiring.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who is asked for the timestamps of signatures.
 *
 * @param authorities in the order in which they are asked; never empty
 * @param total for all of them together, 15 s by default: somebody waits for the signature
 */
public record AuthoritiesConfig(List<Authority> authorities, Duration total) {
    private static final String FILE = "timestamp-authorities-file";

    /** One of them. */
    public sealed interface Authority {}

    /** The authority of this server, without a network in between. */
    public record Own() implements Authority {}

    /**
     * An authority elsewhere.
     *
     * @param url where it is asked, and nowhere else
     * @param anchorsFolder certificates that vouch for it
     * @param policy the only one that is acceptable; empty for any
     * @param deadline for one question, 5 s by default
     * @param tolerance how far its time may be from ours, one minute by default
     * @param perMinute how often it may be asked; empty for any number: some close their door to who asks more than agreed
     */
    public record Remote(
            String name,
            URI url,
            Path anchorsFolder,
            Optional<String> policy,
            Duration deadline,
            Duration tolerance,
            Optional<Integer> perMinute)
            implements Authority {}

    public AuthoritiesConfig {
        authorities = List.copyOf(authorities);
    }

    static AuthoritiesConfig parse(RawConfig raw) {
        return raw.has(FILE)
                ? AuthoritiesFile.read(raw.file(FILE))
                : new AuthoritiesConfig(List.of(new Own()), Duration.ofSeconds(15));
    }
}
