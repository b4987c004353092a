package vn.lienthong.exchange.infrastructure.edxml;

import java.util.List;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.Finding;

/** Ends the reading of a file that cannot be read on. */
final class EdxmlRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    EdxmlRefusal(FailureCode code, String argument, Finding finding) {
        super(code.code(), null, false, false);
        this.failure = new Failure(code, List.of(argument), List.of(finding));
    }

    Failure failure() {
        return failure;
    }
}
