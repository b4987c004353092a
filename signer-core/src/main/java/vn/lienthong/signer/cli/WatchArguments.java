package vn.lienthong.signer.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.text.Language;

/**
 * What was asked of the watcher.
 *
 * @param state where it remembers what it saw
 * @param every how long it waits between two looks; empty for one look
 * @param others evidence files, and states of other watchers
 */
record WatchArguments(
        Language language,
        Path trust,
        Optional<Path> crl,
        LogId log,
        URI url,
        Path state,
        Duration stale,
        Optional<Duration> every,
        List<Path> others) {
    private static final Set<String> OPTIONS =
            Set.of("--lang", "--trust", "--crl", "--log", "--url", "--state", "--stale", "--every");

    /** Seals come at least as often as the server's sign of life, ten minutes; an hour forgives a restart. */
    private static final String STALE_MINUTES = "60";

    private static final int LONGEST = 1_000_000;

    /** Empty if the arguments are not what {@link WatchMessages#USAGE} says. */
    static Optional<WatchArguments> parse(String... arguments) {
        Map<String, String> options = new HashMap<>();
        List<Path> others = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                others.add(Path.of(arguments[i]));
            } else if (!OPTIONS.contains(arguments[i])
                    || i + 1 == arguments.length
                    || options.put(arguments[i], arguments[++i]) != null) {
                return Optional.empty();
            }
        }
        String trust = options.get("--trust");
        String log = options.get("--log");
        String url = options.get("--url");
        String state = options.get("--state");
        Optional<Language> language = Language.ofTag(options.getOrDefault("--lang", "vi"));
        Optional<Duration> stale =
                number(options.getOrDefault("--stale", STALE_MINUTES)).map(Duration::ofMinutes);
        Optional<Duration> every = number(options.get("--every")).map(Duration::ofSeconds);
        if (language.isEmpty()
                || stale.isEmpty()
                || (options.containsKey("--every") && every.isEmpty())
                || trust == null
                || log == null
                || url == null
                || state == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new WatchArguments(
                    language.get(),
                    Path.of(trust),
                    Optional.ofNullable(options.get("--crl")).map(Path::of),
                    new LogId(log),
                    address(url),
                    Path.of(state),
                    stale.get(),
                    every,
                    List.copyOf(others)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException if it is no address of a server */
    static URI address(String text) {
        URI address = URI.create(text);
        if (address.getHost() == null || !Set.of("http", "https").contains(String.valueOf(address.getScheme()))) {
            throw new IllegalArgumentException("no address of a server");
        }
        return address;
    }

    private static Optional<Integer> number(@org.jspecify.annotations.Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,7}")) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(text)).filter(number -> number >= 1 && number <= LONGEST);
    }
}
