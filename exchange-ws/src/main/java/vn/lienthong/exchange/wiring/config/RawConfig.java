package vn.lienthong.exchange.wiring.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
        Path file = path(key);
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

    /** @throws ConfigException naming the keys that nobody asked for */
    void refuseTheRest() {
        Set<String> rest = new TreeSet<>(texts.keySet());
        rest.removeAll(asked);
        if (!rest.isEmpty()) {
            throw new ConfigException("these keys are unknown: " + String.join(", ", rest));
        }
    }
}
