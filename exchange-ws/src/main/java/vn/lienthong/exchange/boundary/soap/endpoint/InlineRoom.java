package vn.lienthong.exchange.boundary.soap.endpoint;

import java.io.Closeable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * Bounds the memory of messages that carry their document inline, which a signature over the Body makes us hold whole:
 * only so many large ones at a time. Those by MTOM need no room. Thread-safe.
 */
final class InlineRoom {
    /** The most octets of a document that may come or go inline. */
    static final long MOST_CONTENT = 20L << 20;
    /** Those as Base64 with line ends, and the envelope around them. */
    static final long MOST_MESSAGE = 29L << 20;
    /** A message up to here counts as small; so many of them fit as there are threads. */
    static final long SMALL_MESSAGE = 512L << 10;
    /** Heap that one large inline message takes at its peak: text, tree, octets, and what grows between them. */
    private static final long PEAK = 256L << 20;

    private final Semaphore places;

    /** @param heap the most octets that the heap will have */
    InlineRoom(long heap) {
        this.places = new Semaphore((int) Math.clamp(heap / PEAK, 1, 16), true);
    }

    /**
     * There is room for one large message, until it is given back.
     *
     * @throws FailureException with {@code overloaded} if there is none within ten seconds
     */
    Closeable take() {
        try {
            if (places.tryAcquire(10, TimeUnit.SECONDS)) {
                return places::release;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new FailureException(Failure.of(FailureCode.OVERLOADED));
    }
}
