package vn.lienthong.exchange.domain.agency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which agencies are asked for.
 *
 * @param closedToo also those that are no more
 * @param words each has to begin a word of the name or a group of a code; case and diacritics do not matter
 * @param parent those alone that are directly below this one, by its present identifier
 * @param decision20 those alone that have a code of Decision 20/2020
 * @param level those alone whose code of Decision 20/2020 has so many groups
 * @param modifiedSince those alone that were changed then or later
 * @param modifiedUntil those alone that were changed last then or earlier
 */
public record AgencyFilter(
        boolean closedToo,
        @Nullable String words,
        @Nullable OrganId parent,
        boolean decision20,
        @Nullable Integer level,
        @Nullable Instant modifiedSince,
        @Nullable Instant modifiedUntil) {

    /** Those that can be written to. */
    public static final AgencyFilter LIVING = new AgencyFilter(false, null, null, false, null, null, null);

    /** Of those that can be written to, the ones that have these words, and are directly below that agency. */
    public static AgencyFilter named(@Nullable String words, @Nullable OrganId parent) {
        return new AgencyFilter(false, words, parent, false, null, null, null);
    }

    /** By the codes of Decision 20/2020, of one level or of all. */
    public static AgencyFilter decision20(@Nullable Integer level) {
        return new AgencyFilter(false, null, null, true, level, null, null);
    }

    /** Everything that there is and was, or what changed of it. */
    public static AgencyFilter changed(@Nullable Instant since) {
        return changed(since, null);
    }

    /** The same up to a moment. */
    public static AgencyFilter changed(@Nullable Instant since, @Nullable Instant until) {
        return new AgencyFilter(true, null, null, false, null, since, until);
    }
}
