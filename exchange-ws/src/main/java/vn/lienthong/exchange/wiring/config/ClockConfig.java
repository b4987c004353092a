package vn.lienthong.exchange.wiring.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the clock that timestamps are signed by is watched.
 *
 * @param sources NTP servers; empty if nobody watches it here
 * @param limit how far it may be from them, 500 ms by default
 * @param interval between two comparisons, 64 s by default: NTP's own least, which no public server resents
 * @param deadline how long one answer is waited for, 2 s by default
 */
public record ClockConfig(List<Server> sources, Duration limit, Duration interval, Duration deadline) {
    private static final String SOURCES = "tsa-clock-sources";
    private static final List<String> OF_SOURCES =
            List.of("tsa-clock-limit-millis", "tsa-clock-interval-seconds", "tsa-clock-deadline-millis");
    private static final Pattern SERVER =
            Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::([1-9][0-9]{0,4}))?");
    private static final int NTP = 123;
    private static final int MOST_PORT = 65_535;
    /** After this many comparisons in vain the last good one is too old: a quartz drifts a few ms in that time. */
    private static final int BELIEVED_FOR = 5;

    /** A time server. */
    public record Server(String host, int port) {}

    public ClockConfig {
        sources = List.copyOf(sources);
    }

    public boolean isWatched() {
        return !sources.isEmpty();
    }

    /** How long one comparison is believed. */
    public Duration longest() {
        return interval.multipliedBy(BELIEVED_FOR);
    }

    static ClockConfig parse(RawConfig raw) {
        boolean watched = raw.has(SOURCES);
        for (String key : OF_SOURCES) {
            if (!watched && raw.has(key)) {
                throw new ConfigException("the key " + key + " is irrelevant without " + SOURCES);
            }
        }
        return new ClockConfig(
                watched ? servers(raw.text(SOURCES)) : List.of(),
                raw.millis(
                        "tsa-clock-limit-millis", Duration.ofMillis(500), Duration.ofMillis(1), Duration.ofMinutes(1)),
                raw.seconds(
                        "tsa-clock-interval-seconds",
                        Duration.ofSeconds(64),
                        Duration.ofSeconds(1),
                        Duration.ofHours(1)),
                raw.millis(
                        "tsa-clock-deadline-millis",
                        Duration.ofSeconds(2),
                        Duration.ofMillis(50),
                        Duration.ofSeconds(10)));
    }

    private static List<Server> servers(String text) {
        List<Server> servers = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            Matcher matcher = SERVER.matcher(each.strip());
            if (!matcher.matches()) {
                throw new ConfigException(
                        "the key " + SOURCES + " wants HOST or HOST:PORT, separated by commas, not " + each.strip());
            }
            int port = matcher.group(2) == null ? NTP : Integer.parseInt(matcher.group(2));
            Server server = new Server(matcher.group(1), port);
            // Named twice, one server would be a majority of its own.
            if (port > MOST_PORT || servers.contains(server)) {
                throw new ConfigException("the key " + SOURCES + " wants each server once, with a port up to "
                        + MOST_PORT + ", not " + each.strip());
            }
            servers.add(server);
        }
        return servers;
    }
}
