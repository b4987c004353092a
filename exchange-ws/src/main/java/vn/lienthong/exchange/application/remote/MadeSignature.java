package vn.lienthong.exchange.application.remote;

import vn.lienthong.exchange.application.signing.SignedDocument;
import vn.lienthong.signer.algorithm.Bytes;

/** What a signed document is handed out as; closed when it was. */
public sealed interface MadeSignature extends AutoCloseable {
    @Override
    void close();

    /** @param detached whether the file holds the signature alone */
    record OfDocument(SignedDocument signed, boolean detached) implements MadeSignature {
        @Override
        public void close() {
            signed.close();
        }
    }

    /** The DER of a CMS. */
    record OfDigest(Bytes cms) implements MadeSignature {
        @Override
        public void close() {
            // Nothing was kept for it.
        }
    }
}
