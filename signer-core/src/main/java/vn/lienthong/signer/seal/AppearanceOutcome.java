package vn.lienthong.signer.seal;

/** How the layout of a visible signature ended. */
public sealed interface AppearanceOutcome {

    /** It can be drawn so. */
    record LaidOut(Appearance appearance) implements AppearanceOutcome {}

    /** It cannot be drawn. */
    record Faulty(AppearanceFault fault, String detail) implements AppearanceOutcome {}
}
