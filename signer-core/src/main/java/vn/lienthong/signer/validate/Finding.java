package vn.lienthong.signer.validate;

import vn.lienthong.signer.text.Text;

/**
 * One thing that was found, for people and for programs.
 *
 * @param code what; its name is stable
 * @param detail a name, number or the engine's own English words; may be empty
 */
public record Finding(FindingCode code, String detail) {

    /** The verdict that this finding alone allows at best. */
    public Verdict worth() {
        return code.worth();
    }

    public Text text() {
        return code.text();
    }
}
