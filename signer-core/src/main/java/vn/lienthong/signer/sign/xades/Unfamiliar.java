package vn.lienthong.signer.sign.xades;

/** A document or a request that is left to DSS, and why. Nothing is refused by it. */
final class Unfamiliar extends Exception {
    private static final long serialVersionUID = 1L;

    Unfamiliar(String why) {
        super(why);
    }
}
