package vn.lienthong.signer.token;

import java.util.Arrays;
import java.util.function.Function;

/**
 * A PIN (mã PIN) that does not show itself: no accessor returns it, and its text form hides it.
 *
 * <p>Thread-safe. {@link #close()} overwrites the characters; a use after that is refused.
 */
public final class Pin implements AutoCloseable {
    private final char[] characters;
    private boolean closed;

    /** The PIN holds a copy; the caller clears its own array. */
    public Pin(char[] characters) {
        if (characters.length == 0) {
            throw new IllegalArgumentException("a PIN has at least one character");
        }
        this.characters = characters.clone();
    }

    /**
     * The result of {@code use} on a copy that is overwritten when it returns.
     *
     * @throws IllegalStateException if the PIN was closed
     */
    public synchronized <T> T reveal(Function<char[], T> use) {
        if (closed) {
            throw new IllegalStateException("the PIN was closed");
        }
        char[] copy = characters.clone();
        try {
            return use.apply(copy);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "Pin[hidden]";
    }
}
