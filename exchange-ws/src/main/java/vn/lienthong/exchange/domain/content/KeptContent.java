package vn.lienthong.exchange.domain.content;

import java.io.IOException;
import vn.lienthong.exchange.domain.content.ContentStore.Staged;
import vn.lienthong.exchange.domain.failure.FailureException;

/** What a transaction that has just recorded octets makes sure of. See docs/adr, sweeping stored files. */
public final class KeptContent {
    private KeptContent() {}

    /**
     * The octets are still stored, or again: they were kept before the transaction began, and equal ones that were found
     * then may have been swept away since. From here on they cannot be.
     *
     * @throws FailureException which rolls the transaction back
     */
    public static void require(Staged kept) {
        try {
            kept.keep();
        } catch (IOException e) {
            throw new FailureException(ContentException.failureOf(e), e);
        }
    }
}
