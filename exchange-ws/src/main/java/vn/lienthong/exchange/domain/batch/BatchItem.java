package vn.lienthong.exchange.domain.batch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.failure.Failure;

/**
 * One document of a batch as it stands.
 *
 * @param position from 1, in the order of the request
 * @param name a file name
 * @param signed the result, if it is signed
 * @param failure why it was refused, if it was
 * @param finishedAt when either came about, or null
 */
public record BatchItem(
        int position,
        String name,
        ContentRef content,
        ItemState state,
        @Nullable ContentRef signed,
        @Nullable Failure failure,
        @Nullable Instant finishedAt) {

    /**
     * One that has just come.
     *
     * @param position from 1, in the order of the request
     * @param name a file name
     */
    public record Arrival(int position, String name, ContentRef content) {}
}
