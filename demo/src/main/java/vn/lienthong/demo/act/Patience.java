package vn.lienthong.demo.act;

import java.time.Duration;
import vn.lienthong.demo.story.DemoFailure;

/** Half a minute of trying again, twice a second: what the server does in the background takes a few seconds. */
final class Patience {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private int left = 60;
    private boolean first = true;

    /** False when it has run out; pauses before each try but the first. */
    boolean isLeft() {
        if (first) {
            first = false;
            return true;
        }
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("bị ngắt", "interrupted");
        }
        return left-- > 0;
    }
}
