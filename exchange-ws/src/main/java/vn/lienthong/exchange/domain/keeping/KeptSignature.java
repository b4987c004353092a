package vn.lienthong.exchange.domain.keeping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.failure.FailureCode;

/**
 * A signed file in the server's care as it stands.
 *
 * @param owner the caller's name; nobody else sees it
 * @param current its newest version
 * @param waitingFor what could not be had when it was last tried, or why it was given up; null if nothing is missing
 * @param horizon until when its newest timestamp can be relied on; null without one
 * @param due when something is to be done for it; null if nothing is any more
 * @param attempts how often that failed in a row
 */
public record KeptSignature(
        KeptId id,
        String owner,
        String mediaType,
        BaselineLevel asked,
        Version current,
        KeptState state,
        @Nullable FailureCode waitingFor,
        @Nullable Instant horizon,
        @Nullable Instant due,
        int attempts) {

    /**
     * One of its files; the one before it stays as it was.
     *
     * @param number from 1
     */
    public record Version(int number, ContentRef content, BaselineLevel level, Instant madeAt) {}

    /** A document that a detached signature is over. */
    public record Document(String name, ContentRef content) {}
}
