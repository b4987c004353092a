package vn.lienthong.exchange.domain.agency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which agencies are asked for.
 *
 * @param closedToo also those that are no more
 * @param words each has to begin a word of the name or a group of a code; case and diacritics do not matter
 * @param decision20 those alone that have a code of Decision 20/2020
 * @param level those alone whose code of Decision 20/2020 has so many groups
 * @param modifiedSince those alone that were changed then or later
 */
public record AgencyFilter(
        boolean closedToo,
        @Nullable String words,
        boolean decision20,
        @Nullable Integer level,
        @Nullable Instant modifiedSince) {

    /** Those that can be written to. */
    public static final AgencyFilter LIVING = new AgencyFilter(false, null, false, null, null);

    /** Of those that can be written to, the ones that have these words. */
    public static AgencyFilter named(String words) {
        return new AgencyFilter(false, words, false, null, null);
    }

    /** By the codes of Decision 20/2020, of one level or of all. */
    public static AgencyFilter decision20(@Nullable Integer level) {
        return new AgencyFilter(false, null, true, level, null);
    }

    /** Everything that there is and was, or what changed of it. */
    public static AgencyFilter changed(@Nullable Instant since) {
        return new AgencyFilter(true, null, false, null, since);
    }
}
