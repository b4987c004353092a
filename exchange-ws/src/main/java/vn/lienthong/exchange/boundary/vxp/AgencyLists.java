package vn.lienthong.exchange.boundary.vxp;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.directory.Directory;
import vn.lienthong.exchange.domain.agency.AgencyFilter;
import vn.lienthong.exchange.domain.agency.AgencyRecord;

/** The three lists of agencies, row by row: there may be a hundred thousand. Thread-safe. */
final class AgencyLists {
    /**
     * How long before the time that a client names changes come again. A client that names its own clock's time may have
     * asked while a change with an earlier time was not committed yet; ten minutes is longer than any import takes.
     */
    static final Duration OVERLAP = Duration.ofMinutes(10);

    private final Directory directory;

    AgencyLists(Directory directory) {
        this.directory = directory;
    }

    Iterator<Map<String, Object>> list() {
        return rows(directory.all(AgencyFilter.LIVING), AgencyRows::agency);
    }

    /** Those that have a code of Decision 20/2020, of one level where the client names one. */
    Iterator<Map<String, Object>> listDecision20(SignedRequest request) {
        return rows(directory.all(AgencyFilter.decision20(level(request))), AgencyRows::decision20);
    }

    /** All that there is and was, or what changed since {@code fromDate}, where the client names one. */
    Iterator<Map<String, Object>> synchronizeUnit(SignedRequest request) {
        Instant since = request.optional("fromDate")
                .map(text -> VxpTime.moment(text)
                        .orElseThrow(() -> SignedRequest.invalid("fromDate"))
                        .minus(OVERLAP))
                .orElse(null);
        return rows(directory.changes(since), AgencyRows::unit);
    }

    private static @Nullable Integer level(SignedRequest request) {
        String text = request.optional("level").orElse("");
        if (!text.matches("[1-9]?")) {
            throw SignedRequest.invalid("level");
        }
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    private static Iterator<Map<String, Object>> rows(
            Iterator<AgencyRecord> agencies, Function<AgencyRecord, Map<String, Object>> row) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return agencies.hasNext();
            }

            @Override
            public Map<String, Object> next() {
                return row.apply(agencies.next());
            }
        };
    }
}
