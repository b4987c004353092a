package vn.lienthong.exchange.boundary.csc;

import vn.lienthong.exchange.domain.keypolicy.DocumentKind;

/** Kinds of documents as applications name them. */
public final class KindText {
    private KindText() {}

    /** @throws CscRefusal if it is none */
    public static DocumentKind kind(String text) {
        if (!DocumentKind.isWellFormed(text)) {
            throw CscRefusal.invalidRequest("Invalid parameter documentKind");
        }
        return new DocumentKind(text);
    }
}
