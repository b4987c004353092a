package vn.lienthong.exchange.domain.register;

import vn.lienthong.exchange.domain.agency.OrganId;

/**
 * One register.
 *
 * @param agency whose, by its present identifier
 * @param year of Vietnam's calendar; {@link #isYear}
 */
public record BookId(OrganId agency, Direction direction, int year) {
    public BookId {
        if (!isYear(year)) {
            throw new IllegalArgumentException("a register is of a year from 2000 to 9999");
        }
    }

    public static boolean isYear(int year) {
        return year >= 2000 && year <= 9999;
    }

    /** Such as {@code outgoing/2026}, as it stands in the audit log. */
    public String name() {
        return direction.wireName() + "/" + year;
    }
}
