package vn.lienthong.hsm.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of one mapping of the file, asked for one by one; what nobody asked for is refused at the end. Not thread-safe. */
final class Fields {
    private static final int LONGEST = 400;

    private final String place;
    private final Map<String, Object> left = new LinkedHashMap<>();

    /** @param place as sentences name it: empty for the file itself, or {@code token.} */
    Fields(String place, @Nullable Object value) {
        this.place = place;
        if (!(value instanceof Map<?, ?> map)) {
            throw new ScriptException((place.isEmpty() ? "the file" : shortened(place)) + " holds no fields");
        }
        map.forEach((key, each) -> left.put(String.valueOf(key), each == null ? "" : each));
    }

    private static String shortened(String place) {
        return place.substring(0, place.length() - 1);
    }

    boolean has(String name) {
        return left.containsKey(name);
    }

    Optional<String> optional(String name) {
        @Nullable Object value = left.remove(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || text.isBlank() || text.length() > LONGEST || hasControls(text)) {
            throw refused(name, "is one line of text");
        }
        return Optional.of(text.strip());
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> missing(name));
    }

    /** The value that {@code reader} makes of the text; what it refuses is told with the field's name. */
    <T> T read(String name, Function<String, T> reader) {
        String text = text(name);
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw refused(name, "cannot be used: " + e.getMessage());
        }
    }

    <T> Optional<T> readOptional(String name, Function<String, T> reader) {
        return has(name) ? Optional.of(read(name, reader)) : Optional.empty();
    }

    Path path(String name, Path folder) {
        return read(name, text -> folder.resolve(text).normalize());
    }

    Fields fields(String name) {
        @Nullable Object value = left.remove(name);
        if (value == null) {
            throw missing(name);
        }
        return new Fields(place + name + ".", value);
    }

    /** The mappings of a list, which is not empty. */
    List<Fields> list(String name) {
        @Nullable Object value = left.remove(name);
        if (value == null) {
            throw missing(name);
        }
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            throw refused(name, "is a list that is not empty");
        }
        List<Fields> all = new ArrayList<>();
        for (Object each : list) {
            all.add(new Fields(place + name + "[" + (all.size() + 1) + "].", each));
        }
        return all;
    }

    ScriptException missing(String name) {
        return refused(name, "is missing");
    }

    ScriptException refused(String name, String why) {
        return new ScriptException("the field " + place + name + " " + why);
    }

    /** @throws ScriptException naming the fields that are unknown or have no meaning here */
    void refuseTheRest() {
        List<String> names = left.keySet().stream().map(name -> place + name).toList();
        if (!names.isEmpty()) {
            throw new ScriptException("these fields are unknown or irrelevant: " + String.join(", ", names));
        }
    }
}
