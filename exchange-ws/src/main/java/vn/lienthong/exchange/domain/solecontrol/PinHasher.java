package vn.lienthong.exchange.domain.solecontrol;

/** Turns PINs into what may be stored: slow on purpose, with a salt each. Thread-safe. */
public interface PinHasher {
    PinHash hash(SigningPin pin);

    /** Whether it is the PIN of that hash; takes as long if it is not. */
    boolean matches(SigningPin pin, PinHash hash);
}
