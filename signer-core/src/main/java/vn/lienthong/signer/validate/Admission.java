package vn.lienthong.signer.validate;

import java.util.List;

/** What our own look at a document says before DSS sees it. */
sealed interface Admission {

    /** DSS may have it. {@code before} is known without DSS; {@code look} says that and more once DSS has read it. */
    record Admitted(List<Finding> before, OwnLook look) implements Admission {}

    /** It is signed, and judging it would have DSS do what it should not: these findings are the answer. */
    record Refused(List<Finding> findings) implements Admission {}

    /** There is nothing to judge. */
    record Answered(ValidationOutcome outcome) implements Admission {}
}
