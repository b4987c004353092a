package vn.lienthong.exchange.domain.acceptance;

import java.time.Instant;
import vn.lienthong.exchange.domain.dispatch.Dispatch;

/** Taking messages in; bound to the transaction that it was taken from. */
public interface Acceptances {

    /**
     * The dispatch, one waiting delivery a recipient and the note in the audit log are recorded, or a dispatch with its
     * identity was there before and nothing is. From then on its content is not swept away; whoever was swept just before
     * has to be kept again before the transaction ends.
     */
    Addition record(Acceptance acceptance);

    /** The dispatch, which is on record, waits for these recipients too, and the audit log says so. */
    void extend(Acceptance further, String by, Instant at);

    /** What recording ended in. */
    sealed interface Addition {
        /** It was recorded by this call. */
        record Added() implements Addition {}

        /** This one has its identity already. */
        record Present(Dispatch dispatch) implements Addition {}
    }
}
