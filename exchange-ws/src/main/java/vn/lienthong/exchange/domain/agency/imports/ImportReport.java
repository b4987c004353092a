package vn.lienthong.exchange.domain.agency.imports;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.exchange.domain.agency.AgencyChange;
import vn.lienthong.exchange.domain.agency.OrganId;

/**
 * What a file of agencies changes.
 *
 * @param changed how many agencies, by what becomes of them
 * @param unchanged of which the directory says the same already
 * @param notInFile how many open agencies the file does not speak of; they stay as they are
 * @param first the first {@value #MOST_NAMED} changes, in the order of the file
 */
public record ImportReport(Map<AgencyChange, Integer> changed, int unchanged, int notInFile, List<Change> first) {
    public static final int MOST_NAMED = 100;

    public ImportReport {
        EnumMap<AgencyChange, Integer> all = new EnumMap<>(AgencyChange.class);
        for (AgencyChange change : AgencyChange.values()) {
            all.put(change, changed.getOrDefault(change, 0));
        }
        changed = Collections.unmodifiableMap(all);
        first = List.copyOf(first);
    }

    /** How many agencies are not what they were. */
    public int changes() {
        return changed.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What becomes of one agency. */
    public record Change(OrganId agency, AgencyChange change) {}
}
