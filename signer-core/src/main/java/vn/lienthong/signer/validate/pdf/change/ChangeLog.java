package vn.lienthong.signer.validate.pdf.change;

import java.util.ArrayList;
import java.util.List;

/** Collects changes, and only counts them when there are too many to be read. Not thread-safe. */
final class ChangeLog {
    private static final int MOST = 64;

    private final List<Change> changes = new ArrayList<>();
    private int refused;
    private int permitted;

    void add(Change change) {
        int before = change.kind().isPermitted() ? permitted++ : refused++;
        if (before < MOST && !changes.contains(change)) {
            changes.add(change);
        }
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }
}
