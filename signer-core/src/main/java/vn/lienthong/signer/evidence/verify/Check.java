package vn.lienthong.signer.evidence.verify;

import vn.lienthong.signer.text.Text;

/**
 * One check and how it came out.
 *
 * @param subject what was checked: an entry's sequence or a batch's number as text, empty for the whole file
 * @param detail what was found, one sentence or empty
 */
public record Check(CheckCode code, Result result, String subject, Text detail) {

    /** How a check came out. */
    public enum Result {
        PASSED,
        FAILED,
        /** Nothing that is known decides it. Never counted as passed. */
        UNDECIDED
    }

    static final Text NO_DETAIL = new Text("", "");

    static Check passed(CheckCode code, String subject, Text detail) {
        return new Check(code, Result.PASSED, subject, detail);
    }

    static Check failed(CheckCode code, String subject, Text detail) {
        return new Check(code, Result.FAILED, subject, detail);
    }

    static Check undecided(CheckCode code, String subject, Text detail) {
        return new Check(code, Result.UNDECIDED, subject, detail);
    }
}
