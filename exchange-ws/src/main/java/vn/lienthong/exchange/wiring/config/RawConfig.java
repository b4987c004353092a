package vn.lienthong.exchange.wiring.config;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keys and texts, asked for one by one; what nobody asked for is refused at the end. Not thread-safe.
 *
 * <p>Relative paths are relative to the folder of the configuration file.
 */
final class RawConfig {
    private final Map<String, String> texts;
    private final Path folder;
    private final Set<String> asked = new HashSet<>();

    RawConfig(Map<String, String> texts, Path folder) {
        this.texts = Map.copyOf(texts);
        this.folder = folder;
    }

    /** Whether the key is there, whatever it says. */
    boolean has(String key) {
        return texts.containsKey(key);
    }

    String text(String key) {
        asked.add(key);
        String text = texts.get(key);
        if (text == null || text.isBlank()) {
            throw new ConfigException("the key " + key + " is missing");
        }
        return text.strip();
    }

    String text(String key, String otherwise) {
        asked.add(key);
        String text = texts.get(key);
        return text == null ? otherwise : text.strip();
    }

    Path path(String key) {
        return folder.resolve(text(key)).normalize();
    }

    Path file(String key) {
        return readable(key, path(key));
    }

    Path file(String key, String otherwise) {
        return readable(key, folder.resolve(text(key, otherwise)).normalize());
    }

    private static Path readable(String key, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ConfigException("the key " + key + " names a file that cannot be read: " + file);
        }
        return file;
    }

    Path directory(String key) {
        Path directory = path(key);
        if (!Files.isDirectory(directory)) {
            throw new ConfigException("the key " + key + " names no folder: " + directory);
        }
        return directory;
    }

    /** An http or https address without a path, or null where none is given. */
    @Nullable URI address(String key) {
        String text = text(key, "");
        if (text.isEmpty()) {
            return null;
        }
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException e) {
            throw new ConfigException("the key " + key + " wants an address, not " + text, e);
        }
        boolean bare = address.getHost() != null
                && address.getUserInfo() == null
                && address.getRawPath().isEmpty()
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
        if (!bare || !("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
            throw new ConfigException("the key " + key + " wants https://HOST or https://HOST:PORT, not " + text);
        }
        return address;
    }

    long number(String key, long otherwise, long least, long most) {
        String text = text(key, Long.toString(otherwise));
        long number;
        try {
            number = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new ConfigException("the key " + key + " wants a whole number, not " + text, e);
        }
        if (number < least || number > most) {
            throw new ConfigException("the key " + key + " wants a number from " + least + " to " + most);
        }
        return number;
    }

    Duration millis(String key, Duration otherwise, Duration least, Duration most) {
        return Duration.ofMillis(number(key, otherwise.toMillis(), least.toMillis(), most.toMillis()));
    }

    Duration seconds(String key, Duration otherwise, Duration least, Duration most) {
        return Duration.ofSeconds(number(key, otherwise.toSeconds(), least.toSeconds(), most.toSeconds()));
    }

    /** Names, each once, separated by commas. */
    List<String> names(String key) {
        List<String> names =
                Arrays.stream(text(key).split(",", -1)).map(String::strip).toList();
        if (new HashSet<>(names).size() < names.size() || names.contains("")) {
            throw new ConfigException("the key " + key + " names each once, separated by commas");
        }
        return names;
    }

    /** {@code true} or {@code false}; false where the key is not there. */
    boolean yes(String key) {
        return switch (text(key, "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ConfigException("the key " + key + " wants true or false");
        };
    }

    /**
     * What {@code parse} makes of the file's keys, all of which it asks for.
     *
     * @throws ConfigException with a sentence that names the file and the key
     */
    static <T> T ofFile(Path file, Function<RawConfig, T> parse) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new ConfigException("the file cannot be read: " + file, e);
        }
        Map<String, String> texts = properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty));
        RawConfig raw = new RawConfig(texts, file.toAbsolutePath().resolveSibling(""));
        try {
            T parsed = parse.apply(raw);
            raw.refuseTheRest();
            return parsed;
        } catch (ConfigException e) {
            throw new ConfigException("in " + file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    /** @throws ConfigException naming the keys that nobody asked for */
    void refuseTheRest() {
        Set<String> rest = new TreeSet<>(texts.keySet());
        rest.removeAll(asked);
        if (!rest.isEmpty()) {
            throw new ConfigException("these keys are unknown: " + String.join(", ", rest));
        }
    }
}
