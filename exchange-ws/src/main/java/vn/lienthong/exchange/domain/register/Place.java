package vn.lienthong.exchange.domain.register;

import java.util.Locale;

/**
 * Where an entry stands in its register; they are in this order.
 *
 * @param series the kind of document that has numbers of its own, or empty for the common ones
 * @param number from 1, without gaps
 */
public record Place(String series, int number) {
    /** The series of all kinds that have none of their own. */
    public static final String COMMON = "";

    /** Before the first entry. */
    public static final Place START = new Place(COMMON, 0);

    /** As it is written: what is below ten has a nought before it. Source: Decree 30/2020/NĐ-CP, Annex I, II.3. */
    public String printed() {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
