package vn.lienthong.exchange.domain.agency.imports;

import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.OrganId;

/**
 * One line of a file of agencies. What it leaves out stays as the directory has it, and no code is ever taken away: mail to
 * it would not arrive any more.
 *
 * @param line from 1
 * @param agency with any of its codes as identifier; its aliases are those that are to reach it too
 * @param closed null leaves it as it is
 * @param successor by any of its codes; only of one that is closed
 */
public record AgencyLine(
        int line,
        Agency agency,
        @Nullable Boolean closed,
        @Nullable OrganId successor) {
    public AgencyLine {
        if (successor != null && !Boolean.TRUE.equals(closed)) {
            throw new IllegalArgumentException("only an agency that is closed has a successor");
        }
    }
}
