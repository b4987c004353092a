package vn.lienthong.exchange.application.register;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import vn.lienthong.exchange.domain.register.Place;
import vn.lienthong.exchange.domain.register.RegisterEntry;

/** Entries, read a page at a time as they are walked through. Not thread-safe. */
final class EntryPages implements Iterator<RegisterEntry> {
    static final int SIZE = 500;

    private final Function<Place, List<RegisterEntry>> behind;
    private final Deque<RegisterEntry> page = new ArrayDeque<>();
    private Place last = Place.START;
    private boolean ended;

    /** @param behind up to {@link #SIZE} entries behind that place; fewer means that there are no more */
    EntryPages(Function<Place, List<RegisterEntry>> behind) {
        this.behind = behind;
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty() && !ended) {
            page.addAll(behind.apply(last));
            ended = page.size() < SIZE;
        }
        return !page.isEmpty();
    }

    @Override
    public RegisterEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        RegisterEntry entry = page.removeFirst();
        last = entry.place();
        return entry;
    }
}
