package vn.lienthong.signer.timestamp.clock;

import java.time.Duration;

/** Another clock, which ours is compared with. Each call ends within the deadline that the source was made with. */
public interface TimeSource {

    /** One comparison. */
    Comparison compare();

    /** As operators know it. */
    String name();

    /** How our clock and the source's are to each other, or why that is not known. */
    sealed interface Comparison {

        /**
         * @param offset what is to be added to our clock to have the source's
         * @param error how far {@code offset} may be wrong, by the way of the packets and by what the source says of itself
         */
        record Measured(Duration offset, Duration error) implements Comparison {

            /** Whether our clock is surely within {@code limit} of the source's. */
            boolean isWithin(Duration limit) {
                return offset.abs().plus(error).compareTo(limit) <= 0;
            }
        }

        record Unknown(String detail) implements Comparison {}
    }
}
