package vn.lienthong.hsm.files;

import java.util.ArrayList;
import java.util.List;

/** What one run made, and how much it found in order. Not thread-safe: one run is one thread. */
public final class Changes {
    private final List<String> made = new ArrayList<>();
    private int kept;

    public void made(String what) {
        made.add(what);
    }

    public void kept(String what) {
        assert !what.isEmpty();
        kept++;
    }

    /** Everything that was made or renewed, in order. */
    public List<String> all() {
        return List.copyOf(made);
    }

    public int keptCount() {
        return kept;
    }
}
