package vn.lienthong.exchange.application.solecontrol;

import java.time.Instant;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.ledger.Ledger;

/** What the second factor came to, before it is used up. */
sealed interface SecondProof {
    /** Used up in this transaction; false if it was before. */
    boolean use(Ledger ledger, String account, Instant now);

    default boolean isRight() {
        return !(this instanceof Wrong);
    }

    /** It is none. */
    record Wrong() implements SecondProof {
        @Override
        public boolean use(Ledger ledger, String account, Instant now) {
            return false;
        }
    }

    /** The one-time password of that step. */
    record OfStep(long step) implements SecondProof {
        @Override
        public boolean use(Ledger ledger, String account, Instant now) {
            return ledger.factors().useStep(account, step);
        }
    }

    /** A passkey's signature over the challenge with that nonce; the authenticator has counted so far. */
    record OfPasskey(String id, Sha256Digest nonce, long signCount) implements SecondProof {
        @Override
        public boolean use(Ledger ledger, String account, Instant now) {
            return ledger.passkeys().useNonce(account, nonce, now)
                    && ledger.passkeys().use(account, id, signCount, now);
        }
    }
}
