package vn.lienthong.exchange.application.directory;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.AgencyFilter;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.agency.OrganId;

/** A long list, one page of it in memory. */
final class Pages implements Iterator<AgencyRecord> {
    private static final int PAGE = 1000;

    private final Directory directory;
    private final AgencyFilter filter;
    private List<AgencyRecord> page = List.of();
    private int next;
    private @Nullable OrganId last;
    private boolean ended;

    Pages(Directory directory, AgencyFilter filter) {
        this.directory = directory;
        this.filter = filter;
    }

    @Override
    public boolean hasNext() {
        if (next == page.size() && !ended) {
            page = directory.page(filter, last, PAGE);
            next = 0;
            ended = page.size() < PAGE;
        }
        return next < page.size();
    }

    @Override
    public AgencyRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        AgencyRecord row = page.get(next++);
        last = row.agency().id();
        return row;
    }
}
