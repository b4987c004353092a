package vn.lienthong.exchange.domain.register;

import java.util.Set;

/**
 * What an agency wants of its registers. They hold for registers that are opened from then on: within one, numbers never
 * change from one series to another.
 *
 * @param ownSeries kinds of outgoing documents, by abbreviation, each of which has numbers of its own; all others share one
 *     series. Source: Decree 30/2020/NĐ-CP, Article 15: the agency's head decides
 * @param onConfirmation whether an incoming dispatch gets its number when it is confirmed as received; else a clerk registers
 *     it
 */
public record RegisterSettings(Set<String> ownSeries, boolean onConfirmation) {
    /** One series for all, and a clerk who registers. */
    public static final RegisterSettings USUAL = new RegisterSettings(Set.of(), false);

    /** More than there are kinds. */
    public static final int MOST_SERIES = 50;

    public RegisterSettings {
        ownSeries = Set.copyOf(ownSeries);
    }
}
