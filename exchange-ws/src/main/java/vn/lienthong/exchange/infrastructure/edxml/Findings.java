package vn.lienthong.exchange.infrastructure.edxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.Finding;

/** Collects what is found in one message, and whether it may still be accepted. For one use. */
final class Findings {
    /** A message that is all faults names this many of them. */
    private static final int MOST = 100;

    private static final int QUOTED = 60;

    private final List<Finding> findings = new ArrayList<>();
    private @Nullable FailureCode refusal;
    private @Nullable String refusedFor;

    /** It is found, and put up with. */
    void note(String code, String detail) {
        if (findings.size() < MOST) {
            findings.add(new Finding(code, detail));
        }
    }

    /** It is found, and the message is refused for it; the first reason gives the failure its code. */
    void refuse(FailureCode failure, String code, String detail) {
        if (refusal == null) {
            refusal = failure;
            refusedFor = code;
        }
        note(code, detail);
    }

    void refuse(String code, String detail) {
        refuse(FailureCode.EDXML_NOT_CONFORMANT, code, detail);
    }

    void refuseOrNote(boolean refuse, String code, String detail) {
        if (refuse) {
            refuse(code, detail);
        } else {
            note(code, detail);
        }
    }

    Optional<Failure> failure() {
        return refusal == null || refusedFor == null
                ? Optional.empty()
                : Optional.of(new Failure(refusal, List.of(refusedFor), findings));
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }

    /** At most a few words of the message, harmless in a log. */
    static String quote(String text) {
        String shown = text.codePoints()
                .limit(QUOTED)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "'" + shown + "'";
    }
}
