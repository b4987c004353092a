package vn.lienthong.exchange.domain.agency;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The two schemes of codes, as far as a code tells what lies above it. Nothing is looked up by what is computed here: it
 * only says in whose branch a new code would be.
 *
 * <p>Source: Decision 20/2020/QĐ-TTg Art. 4 ({@code H53.11.02}, the highest group first); QCVN 102:2016/BTTTT
 * ({@code 000.02.11.H53}, the highest group last, groups that are not used are zeros).
 */
public final class CodeScheme {
    private static final Pattern DECISION_20 = Pattern.compile("[A-Z][0-9]{2}(\\.[0-9A-Z]+)*");
    private static final Pattern QCVN_102 = Pattern.compile("[0-9]{3}\\.[0-9]{2}\\.[0-9]{2}\\.[A-Z][0-9]{2}");

    private CodeScheme() {}

    /** Whether it has the form of Decision 20/2020. */
    public static boolean isDecision20(OrganId code) {
        return DECISION_20.matcher(code.value()).matches();
    }

    /** Whether it has the form of QCVN 102:2016. */
    public static boolean isQcvn102(OrganId code) {
        return QCVN_102.matcher(code.value()).matches();
    }

    /**
     * The codes above this one, the nearest first; the highest in both spellings, since that one alone is the same in
     * both schemes. Empty for a code of the highest level, and for one of neither scheme.
     */
    public static Set<OrganId> above(OrganId code) {
        Set<OrganId> above = new LinkedHashSet<>();
        if (isDecision20(code)) {
            String rest = code.value();
            for (int dot = rest.lastIndexOf('.'); dot > 0; dot = rest.lastIndexOf('.')) {
                rest = rest.substring(0, dot);
                above.add(new OrganId(rest));
            }
            if (!above.isEmpty()) {
                above.add(new OrganId("000.00.00." + rest));
            }
        } else if (isQcvn102(code)) {
            String[] groups = code.value().split("\\.", -1);
            for (int group = 0; group < 3; group++) {
                if (groups[group].chars().anyMatch(digit -> digit != '0')) {
                    groups[group] = "0".repeat(groups[group].length());
                    above.add(new OrganId(String.join(".", groups)));
                }
            }
            if (!above.isEmpty()) {
                above.add(new OrganId(groups[3]));
            }
        }
        return above;
    }
}
