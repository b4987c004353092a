package vn.lienthong.signer.token;

/**
 * Knows over restarts whether the token refused the PIN that the pool is given. A token counts wrong PINs for ever and locks
 * itself after a few; a server that is started again and again by whoever watches it would use them up.
 */
public interface PinMemory {
    /** Remembers nothing. */
    PinMemory NONE = new PinMemory() {
        @Override
        public boolean wasRefused() {
            return false;
        }

        @Override
        public void refused() {
            // nothing to remember it by
        }

        @Override
        public void accepted() {
            // nothing to forget
        }
    };

    /** Whether this PIN was refused before, so that it is not to be tried again. */
    boolean wasRefused();

    /** The token has just refused it. */
    void refused();

    /** The token has just taken it. */
    void accepted();
}
