package vn.lienthong.signer.evidence.verify;

import vn.lienthong.signer.text.Text;

/**
 * One check and how it came out.
 *
 * @param subject what was checked: an entry by its sequence, a batch by its number; {@link #WHOLE_FILE} has no words
 * @param detail what was found, one sentence or empty
 */
public record Check(CheckCode code, Result result, Text subject, Text detail) {

    /** How a check came out. */
    public enum Result {
        PASSED,
        FAILED,
        /** Nothing that is known decides it. Never counted as passed. */
        UNDECIDED
    }

    static final Text NO_DETAIL = new Text("", "");

    static final Text WHOLE_FILE = new Text("", "");

    static Text batch(long number) {
        return new Text("lô " + number, "batch " + number);
    }

    static Text entry(long sequence) {
        return new Text("mục " + sequence, "entry " + sequence);
    }

    static Check passed(CheckCode code, Text subject, Text detail) {
        return new Check(code, Result.PASSED, subject, detail);
    }

    static Check failed(CheckCode code, Text subject, Text detail) {
        return new Check(code, Result.FAILED, subject, detail);
    }

    static Check undecided(CheckCode code, Text subject, Text detail) {
        return new Check(code, Result.UNDECIDED, subject, detail);
    }
}
