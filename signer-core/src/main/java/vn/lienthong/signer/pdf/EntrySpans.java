package vn.lienthong.signer.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes where one entry of a dictionary stands, while the dictionary is parsed. Not thread-safe. */
public final class EntrySpans {
    /** Takes no notes. */
    static final EntrySpans NONE = new EntrySpans(List.of());

    /**
     * A part of the file.
     *
     * @param start of its first octet
     * @param end behind its last one
     */
    public record Span(long start, long end) {}

    private final List<String> wanted;
    private final List<String> path = new ArrayList<>();
    private @Nullable Span found;

    private EntrySpans(List<String> wanted) {
        this.wanted = wanted;
    }

    static EntrySpans of(String... path) {
        return new EntrySpans(List.of(path));
    }

    void enter(String key) {
        if (!wanted.isEmpty()) {
            path.add(key);
        }
    }

    void leave(long start, long end) {
        if (wanted.isEmpty()) {
            return;
        }
        if (path.equals(wanted)) {
            found = new Span(start, end);
        }
        path.removeLast();
    }

    Optional<Span> found() {
        return Optional.ofNullable(found);
    }
}
