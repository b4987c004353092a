package vn.lienthong.exchange.domain.agency;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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

    /** The groups of QCVN 102:2016, the highest last, which is always used. */
    private static final List<String> UNUSED = List.of("000", "00", "00", "");

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
     * How the other scheme would spell the same groups, where it can. Agencies do have other pairs of codes: it is a reason
     * to refuse, and never one to take two codes for one agency's.
     */
    public static Optional<OrganId> counterpart(OrganId code) {
        List<String> groups = List.of(code.value().split("\\.", -1));
        if (isQcvn102(code)) {
            int used = groups.size();
            while (used > 1 && isZero(groups.get(groups.size() - used))) {
                used--;
            }
            List<String> low = groups.subList(groups.size() - used, groups.size());
            return Optional.of(new OrganId(String.join(".", low.reversed())));
        }
        if (!isDecision20(code) || groups.size() > UNUSED.size()) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(groups.reversed());
        all.addAll(0, UNUSED.subList(0, UNUSED.size() - groups.size()));
        return Optional.of(String.join(".", all))
                .filter(other -> QCVN_102.matcher(other).matches())
                .map(OrganId::new);
    }

    private static boolean isZero(String group) {
        return group.chars().allMatch(digit -> digit == '0');
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
                if (!isZero(groups[group])) {
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
