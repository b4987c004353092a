package vn.lienthong.signer.validate;

import vn.lienthong.signer.text.Text;

/** The answer to "is it validly signed?". */
public enum Verdict {
    /** Every signature holds, nothing was changed after the last of them, and all evidence was there to tell. */
    VALID("Hợp lệ", "Valid"),
    /** At least one signature does not hold, or the document was changed after signing. */
    INVALID("Không hợp lệ", "Invalid"),
    /** Nothing speaks against it, but something that would decide it is missing. Not a yes. */
    INDETERMINATE("Không xác định", "Cannot be determined");

    private final Text text;

    Verdict(String vi, String en) {
        text = new Text(vi, en);
    }

    public Text text() {
        return text;
    }

    /** The worse of both: invalid, then indeterminate, then valid. */
    public Verdict and(Verdict other) {
        if (this == INVALID || other == INVALID) {
            return INVALID;
        }
        return this == INDETERMINATE || other == INDETERMINATE ? INDETERMINATE : VALID;
    }
}
