package vn.lienthong.exchange.domain.solecontrol;

/** One proof that an official gives; each has attempts of its own. */
public enum Factor {
    /** What the official knows. */
    PIN,
    /** What the official has: the device that makes one-time passwords. */
    TOTP,
    /** In its place: an authenticator with a key. */
    PASSKEY
}
