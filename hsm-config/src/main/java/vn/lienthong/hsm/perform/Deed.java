package vn.lienthong.hsm.perform;

import java.util.Map;

/**
 * What became of one step.
 *
 * @param facts names and values as the record shows them, in order; holds no secret
 */
public record Deed(String step, Outcome outcome, Map<String, String> facts) {
    /** How it ended. */
    public enum Outcome {
        DONE,
        FAILED,
        /** A step before it failed. */
        NOT_BEGUN
    }
}
