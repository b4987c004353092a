package vn.lienthong.signer.evidence.verify;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.signer.evidence.verify.Check.Result;
import vn.lienthong.signer.text.Text;

/** The checks made so far. */
final class Checks {
    private final List<Check> made = new ArrayList<>();

    /** Notes the check and tells whether it was passed. */
    boolean that(boolean condition, CheckCode code, Text subject, String vi, String en) {
        made.add(
                condition
                        ? Check.passed(code, subject, Check.NO_DETAIL)
                        : Check.failed(code, subject, new Text(vi, en)));
        return condition;
    }

    void add(Check check) {
        made.add(check);
    }

    boolean allPassed() {
        return made.stream().allMatch(check -> check.result() == Result.PASSED);
    }

    boolean noneFailed() {
        return made.stream().noneMatch(check -> check.result() == Result.FAILED);
    }

    List<Check> made() {
        return List.copyOf(made);
    }
}
